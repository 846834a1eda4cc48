import { type Account, type Credentials, logIn, RequestRefused, register } from '../client/account.ts';
import type { ChatSocket } from '../client/socket.ts';
import { LocalProblem } from '../local/problem.ts';
import { EXAMPLE_PASSWORD, EXAMPLE_PEOPLE, EXAMPLE_TALKS, type ExampleTalk } from './example-talks.ts';

/**
 * Gives a chat example people with a history, through the public API. What is there already stays as it is.
 * @returns how many messages are new
 * @throws LocalProblem if somebody else has one of the names
 */
export async function populate(address: string): Promise<number> {
  const accounts = new Map<string, Account>();
  for (const person of EXAMPLE_PEOPLE) {
    const account = await registerOrLogIn(address, { ...person, password: EXAMPLE_PASSWORD });
    accounts.set(person.name, account);
  }
  let sent = 0;
  for (const { between, ...talk } of EXAMPLE_TALKS) {
    const people = between.map((name) => accounts.get(name) as Account) as [Account, Account];
    sent += await replay(people, talk);
  }
  return sent;
}

async function registerOrLogIn(address: string, credentials: Credentials): Promise<Account> {
  try {
    return await register(address, credentials);
  } catch (error) {
    if (!hasCode(error, 'name-taken')) throw error;
  }
  try {
    return await logIn(address, credentials);
  } catch (error) {
    if (!hasCode(error, 'wrong-credentials')) throw error;
    throw new LocalProblem(
      `Somebody here is called "${credentials.name}" already. Populate an empty chat: npm start -- --reset`,
    );
  }
}

function hasCode(error: unknown, code: RequestRefused['code']): boolean {
  return error instanceof RequestRefused && error.code === code;
}

/**
 * Says each line in turn, then does what is done to them. Line n always has the same id, so a talk that was replayed before stays as it is.
 * @returns how many lines are new
 */
async function replay(
  people: [Account, Account],
  { lines, acts = [], isReadBy = [0, 1] }: Omit<ExampleTalk, 'between'>,
): Promise<number> {
  const [one, other] = people;
  const before = await one.entries(other.me.name, { after: 0 });
  if (before.entries.length > 0) return 0;
  const sockets = [await one.openSocket(), await other.openSocket()] as [ChatSocket, ChatSocket];
  for (const [i, text] of lines.entries()) {
    const speaker = i % 2;
    const to = nameOf(people, 1 - speaker);
    // Who answers somebody new has accepted that they write.
    if (i === 1) await sockets[speaker]?.ask({ action: 'change-side', with: to, accepted: true });
    await sockets[speaker]?.send({ to, after: i, messages: [{ clientId: `example-${i}`, text }] });
  }
  for (const [i, { by, ...act }] of acts.entries()) {
    const about = { with: nameOf(people, 1 - by), after: lines.length + i, clientId: `example-act-${i}` };
    await sockets[by]?.ask({ ...about, ...act });
  }
  for (const reader of isReadBy) {
    await sockets[reader]?.ask({ action: 'mark', with: nameOf(people, 1 - reader), read: lines.length });
  }
  await Promise.all(sockets.map((socket) => socket.close()));
  return lines.length;
}

function nameOf(people: readonly Account[], place: number): string {
  return people[place]?.me.name ?? '';
}
