import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Account, logIn, register } from '../../client/account.ts';
import { check } from '../check.ts';
import { PASSWORD } from '../device.ts';
import { History } from '../history.ts';
import { addressOf, newName, type Target } from './target.ts';

const MESSAGES = 200;
const MOST_TIMES = 5;

/** Each message is sent one to five times: at once, over another socket, and after another log-in. */
export const resends: Target = async ({ system, folder, mode }) => {
  const [alice, bob] = [newName('alice'), newName('bob')];
  const first = await register(addressOf(system), { name: alice, password: PASSWORD });
  await register(addressOf(system), { name: bob, password: PASSWORD });
  const again = await logIn(addressOf(system, 1), { name: alice, password: PASSWORD });
  const sockets = await Promise.all([first, first, again].map((account: Account) => account.openSocket()));
  const history = new History(join(folder, `${mode}-resends.jsonl`));
  let after = 0;
  let sent = 0;
  for (let i = 0; i < MESSAGES; i += 1) {
    const clientId = randomUUID();
    const frame = { to: bob, after, messages: [{ clientId, text: `message ${i}` }] };
    const times = 1 + (i % MOST_TIMES);
    sent += times;
    history.note({ what: 'sent', page: alice, clientIds: [clientId] });
    const answers = await Promise.all(
      Array.from({ length: times }, (_, turn) => {
        const socket = sockets[turn % sockets.length];
        if (!socket) throw new Error('There is no socket.');
        return socket.send(frame);
      }),
    );
    for (const { stored } of answers) {
      history.note({ what: 'answered', page: alice, from: alice, with: bob, stored });
      after = Math.max(after, stored[0]?.seq ?? 0);
    }
  }
  for (const socket of sockets) await socket.close();
  const { violations, entries } = await check(history.file, system.endpoint(), [alice, bob]);
  return [
    {
      what: `${MESSAGES} messages, each sent 1 to ${MOST_TIMES} times (${sent} frames), also over another socket and after another log-in: rows`,
      target: `${MESSAGES}, and nothing broken`,
      measured: `${entries}${violations.map(({ rule }) => `, ${rule}`)}`,
      isMet: entries === MESSAGES && violations.length === 0,
    },
  ];
};
