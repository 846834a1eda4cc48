import { cpus } from 'node:os';
import { type Device, lighthouse } from './bench/lighthouse.ts';
import { withOwnSystem } from './bench/own-system.ts';
import { startWithoutReferrerPolicy } from './bench/without-referrer-policy.ts';
import { step } from './local/progress.ts';
import { reportProblem } from './local/report-problem.ts';
import { EXAMPLE_PASSWORD } from './populate/example-talks.ts';
import { populate } from './populate/populate.ts';

const DEVICES: readonly Device[] = ['desktop', 'mobile'];

/** `npm run lighthouse`: what Lighthouse says of the pages, at the door and in the chat, on a system of its own. */
await reportProblem(() =>
  withOwnSystem(async ({ address }) => {
    await step('Writing example talks', () => populate(address));
    const cookie = await logIn(address);
    const looked = await startWithoutReferrerPolicy(address);
    const [cpu] = cpus();
    console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model}`);
    console.log(
      '| | performance | accessibility | best practices | LCP | TBT | CLS |\n|---|---|---|---|---|---|---|',
    );
    for (const [path, sent] of [['/login'], ['/c/bob', cookie]] as const) {
      for (const device of DEVICES) {
        const figures = await lighthouse(`http://localhost:${looked.port}${path}`, device, sent);
        const { performance, accessibility, bestPractices, lcpMs, tbtMs, cls, complaints } = figures;
        const scores = [performance, accessibility, bestPractices].join(' | ');
        const times = `${(lcpMs / 1_000).toFixed(2)} s | ${tbtMs.toFixed(0)} ms | ${cls.toFixed(3)}`;
        console.log(`| ${path}, ${device} | ${scores} | ${times} |`);
        for (const complaint of complaints) console.log(`  ${complaint}`);
      }
    }
    await looked.stop();
  }),
);

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
