import { randomUUID } from 'node:crypto';
import { logIn, register } from '../../client/account.ts';
import type { ChatSocket } from '../../client/socket.ts';
import { PASSWORD } from '../device.ts';
import { addressOf, type Measured, newName, type Target } from './target.ts';

const MESSAGES = 40;
const MOST_LATER_MS = 50;
const MOST_HANDLER_MS = 1_500;

/** What hangs to whom something is to be told: one device's socket, or the push service of somebody whose pages are closed. */
export const hungPush: Target = async ({ system, mode }) => {
  const address = addressOf(system);
  const [alice, bob] = [newName('alice'), newName('bob')];
  const phone = await (await register(address, { name: alice, password: PASSWORD })).openSocket();
  const closed = await register(address, { name: bob, password: PASSWORD });
  await closed.subscribePush(system.pushService.device().subscription());
  const laptop = await (await logIn(address, { name: alice, password: PASSWORD })).openSocket();
  const send = sender(phone, laptop, bob);

  // The first ones load what is loaded on demand, and are measured by nobody.
  await send(MESSAGES);
  const well = await send(MESSAGES);
  system.pushService.answer('hang');
  const hung = await send(MESSAGES / 4);
  system.pushService.answer(201);
  const measured = [compare('a push service that hangs', well, hung)];

  if (mode === 'local') {
    const paths: string[] = [];
    system.hangPosts((path) => {
      paths.push(path);
      return false;
    });
    await send(1);
    const known = new Set(paths);
    const tablet = await (await logIn(address, { name: alice, password: PASSWORD })).openSocket();
    await send(1);
    const ofTablet = new Set(paths.filter((path) => !known.has(path)));
    system.hangPosts((path) => ofTablet.has(path));
    measured.push(compare('a socket that hangs', well, await send(MESSAGES / 4)));
    system.hangPosts(() => false);
    await tablet.close();
  }
  await Promise.all([phone.close(), laptop.close()]);
  return measured.flat();
};

/** ms, in the middle, and at most. */
interface Times {
  readonly toOther: number;
  readonly toAnswer: number;
}

/** Sends some from the phone, one after the other, and measures when each is on the laptop, and answered. */
function sender(phone: ChatSocket, laptop: ChatSocket, to: string): (count: number) => Promise<Times> {
  const arrivals = new Map<string, () => void>();
  laptop.onEntries(({ entries }) => {
    for (const { clientId } of entries) arrivals.get(clientId)?.();
  });
  let after = 0;
  return async (count) => {
    const toOther: number[] = [];
    const toAnswer: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const clientId = randomUUID();
      const began = performance.now();
      const arrived = new Promise<void>((resolve) => arrivals.set(clientId, resolve)).then(() => {
        toOther.push(performance.now() - began);
      });
      const { stored } = await phone.send({ to, after, messages: [{ clientId, text: clientId }] });
      toAnswer.push(performance.now() - began);
      after = stored[0]?.seq ?? after;
      await arrived;
    }
    return { toOther: median(toOther), toAnswer: Math.max(...toAnswer) };
  };
}

function compare(what: string, well: Times, hung: Times): Measured[] {
  const later = hung.toOther - well.toOther;
  return [
    {
      what: `${what}: the other devices are told so much later`,
      target: `<= ${MOST_LATER_MS} ms`,
      measured: `${later.toFixed(0)} ms`,
      isMet: later <= MOST_LATER_MS,
    },
    {
      what: `${what}: until the sender is answered, at most`,
      target: `<= ${MOST_HANDLER_MS} ms`,
      measured: `${hung.toAnswer.toFixed(0)} ms`,
      isMet: hung.toAnswer <= MOST_HANDLER_MS,
    },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
