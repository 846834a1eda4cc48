import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { register } from '../../client/account.ts';
import { PASSWORD } from '../device.ts';
import { History } from '../history.ts';
import { until } from '../until.ts';
import { withDevices } from '../with-devices.ts';
import { addressOf, newName, type Target } from './target.ts';

const CONVERSATIONS = 20;
const MISSED_IN_EACH = 50;
const IN_A_FRAME = 10;
const MOST_MS = 1_500;
const MOST_REQUESTS = 25;
const FIRST_MISSED = 2;
const KEPT_STEP_MS = 50;
const GIVEN_UP_AFTER_MS = 20_000;

/** How often each path was asked for. */
function tally(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].map(([path, count]) => `${count} ${path.replace('/api/', '')}`).join(', ');
}

/** Somebody comes back to what twenty people have written meanwhile. */
export const catchUp: Target = async ({ system, folder, mode }) => {
  const history = new History(join(folder, `${mode}-catch-up.jsonl`));
  return withDevices(system, history, async ({ all, open }) => {
    const alice = newName('alice');
    const device = await open('phone', alice);
    await device.register();
    await until(all, () => device.isLive, GIVEN_UP_AFTER_MS);
    const peers = await Promise.all(
      Array.from({ length: CONVERSATIONS }, async () => {
        const name = newName('bob');
        const account = await register(addressOf(system), { name, password: PASSWORD });
        const socket = await account.openSocket();
        await socket.send({ to: alice, after: 0, messages: [{ clientId: randomUUID(), text: 'Hello' }] });
        return { name, socket };
      }),
    );
    await until(all, () => peers.every(({ name }) => device.lastSeq(name) === 1), GIVEN_UP_AFTER_MS);
    const names = peers.map(({ name }) => name);
    while (!(await device.hasKept(names))) await wait(KEPT_STEP_MS);
    device.chat.stop();
    for (const { socket } of peers) {
      for (let after = 1; after <= MISSED_IN_EACH; after += IN_A_FRAME) {
        const messages = Array.from({ length: IN_A_FRAME }, () => ({
          clientId: randomUUID(),
          text: 'missed',
        }));
        await socket.send({ to: alice, after, messages });
      }
      await socket.close();
    }

    device.asked.length = 0;
    const began = performance.now();
    device.chat.start();
    const hasAll = () => peers.every(({ name }) => device.lastSeq(name) === 1 + MISSED_IN_EACH);
    await until(all, hasAll, GIVEN_UP_AFTER_MS);
    const ms = performance.now() - began;
    const requests = device.asked.length;
    for (const { name } of peers) {
      device.chat.open(name);
      await until(all, () => device.firstSeq(name) <= FIRST_MISSED, GIVEN_UP_AFTER_MS);
    }
    const requestsInAll = device.asked.length;
    return [
      {
        what: `${CONVERSATIONS * MISSED_IN_EACH} missed messages over ${CONVERSATIONS} conversations: caught up`,
        target: `<= ${MOST_MS} ms`,
        measured: `${ms.toFixed(0)} ms, ${requests} requests`,
        isMet: ms <= MOST_MS,
      },
      {
        what: 'the same, and all of each read, one after the other: requests',
        target: `<= ${MOST_REQUESTS}`,
        measured: `${requestsInAll} (${tally(device.asked)})`,
        isMet: requestsInAll <= MOST_REQUESTS,
      },
    ];
  });
};
