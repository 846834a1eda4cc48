import { type Device, type LighthouseFigures, lighthouse } from './bench/lighthouse.ts';
import { withOwnSystem } from './bench/own-system.ts';
import { tell } from './bench/section.ts';
import { startWithoutReferrerPolicy } from './bench/without-referrer-policy.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { EXAMPLE_PASSWORD } from './populate/example-talks.ts';
import { populate } from './populate/populate.ts';

const DEVICES: readonly Device[] = ['desktop', 'mobile'];

const HEAD = `What Lighthouse says of the built pages, at the door and in a conversation: \`desktop\` is its preset of that name, \`mobile\` its default, a phone
with a quarter of this machine's speed on a network of 1.6 Mbit/s and 150 ms.

| | performance | accessibility | best practices | LCP | TBT | CLS |
|---|---|---|---|---|---|---|`;

/** `npm run lighthouse`: what Lighthouse says of the pages, at the door and in the chat, on a system of its own. */
await reportProblem(() =>
  withOwnSystem(async ({ address }) => {
    await step('Writing example talks', () => populate(address));
    const cookie = await logIn(address);
    const looked = await startWithoutReferrerPolicy(address);
    const rows: string[] = [];
    for (const [path, sent] of [['/login'], ['/c/bob', cookie]] as const) {
      for (const device of DEVICES) {
        const figures = await lighthouse(`http://localhost:${looked.port}${path}`, device, sent);
        rows.push(rowOf(`${path}, ${device}`, figures));
        for (const complaint of figures.complaints) console.log(`${path}, ${device}: ${complaint}`);
      }
    }
    await looked.stop();
    tell([HEAD, ...rows].join('\n'));
  }),
);

function rowOf(
  name: string,
  { performance, accessibility, bestPractices, lcpMs, tbtMs, cls }: LighthouseFigures,
): string {
  const scores = [performance, accessibility, bestPractices].join(' | ');
  const times = `${(lcpMs / 1_000).toFixed(2)} s | ${tbtMs.toFixed(0)} ms | ${cls.toFixed(3)}`;
  return `| ${name} | ${scores} | ${times} |`;
}

/** @returns the cookie of an example person */
async function logIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/log-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'alice', password: EXAMPLE_PASSWORD }),
  });
  return response.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ');
}
