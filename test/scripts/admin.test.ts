import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { logIn } from '../../lib/chat/accounts/log-in.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { report } from '../../lib/chat/report.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import { AT_EVERY_DESK, type Desk } from '../../scripts/admin/desk.ts';
import { adminOptions } from '../../scripts/admin/options.ts';
import { type Outcome, run } from '../../scripts/admin/run.ts';
import { LocalProblem } from '../../scripts/local/problem.ts';
import { DATABASE_TIMEOUT_MS, databases, type OpenStore } from '../support/databases.ts';
import { fresh } from '../support/fresh.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { HERE } from '../support/sessions.ts';

const PASSWORD = 'correct horse battery staple';
const ESCAPE = '\u001b[2J';

describe.each(databases)('npm run admin, on $name,', ({ open }) => {
  let opened: OpenStore;
  let chat: MemoryChat;
  let desk: Desk;
  let alice: string;
  let mallory: string;

  beforeAll(async () => {
    opened = await open();
  }, DATABASE_TIMEOUT_MS);
  afterAll(() => opened?.close(), DATABASE_TIMEOUT_MS);

  beforeEach(async () => {
    chat = { ...memoryChat(), ...opened.store, clock: { ...memoryChat().clock, now: Date.now } };
    desk = { ...chat, ...AT_EVERY_DESK, by: 'operator:root' };
    [alice, mallory] = [`${fresh('alice')}x`, `${fresh('mallory')}x`];
    const { session } = await register(chat, { name: alice, password: PASSWORD }, HERE);
    await register(chat, { name: mallory, displayName: `Mallory ${ESCAPE}`, password: PASSWORD }, HERE);
    const from = { person: mallory, connectionId: 'c1', session: 's1' };
    const messages = [{ clientId: 'm1', text: `Buy my watches! ${ESCAPE}` }];
    await sendMessage(chat, from, { action: 'send-message', id: 'f1', to: alice, after: 0, messages });
    await report(chat, session, { with: mallory, seq: 1, reason: 'spam', note: 'Every day.' });
  });

  const admin = (...args: string[]): Promise<Outcome> => {
    const { command } = adminOptions(args, Date.now());
    if (command.is === 'help') throw new Error('That is for help.');
    return run(command, desk);
  };
  const wordsOf = async (...args: string[]) => (await admin(...args)).words;
  const sentenceFor = (...args: string[]) =>
    admin(...args).then(
      () => 'It was done.',
      (error: unknown) => {
        if (error instanceof LocalProblem) return error.message;
        throw error;
      },
    );
  const logsIn = () =>
    logIn(chat, { name: mallory, password: PASSWORD }, HERE).then(
      () => 'logged in',
      ({ code }: { code: string }) => code,
    );

  test('lists reports, shows one with what was written, and closes it', async () => {
    const id = `${mallory}/${alice}`;
    expect(await wordsOf('reports')).toContain(`spam    ${id}  message 1  Every day.`);
    const shown = await wordsOf('report', id);
    expect(shown).toContain(`${alice} has reported ${mallory} at `);
    expect(shown).toMatch(/^> \S+ \S+ {2}Buy my watches! \\u001b\[2J$/m);
    expect(await wordsOf('close-report', id)).toContain(`The report ${id} is closed.`);
    expect(await wordsOf('reports')).not.toContain(id);
    expect(await wordsOf('reports', '--closed')).toContain(id);
    expect(await wordsOf('close-report', id)).toContain('was closed already');
  });

  test('suspends somebody and restores them', async () => {
    expect(await wordsOf('suspend', mallory, '--reason', 'spam')).toContain(`${mallory} is suspended`);
    expect(await logsIn()).toBe('suspended');
    expect(await wordsOf('show', mallory)).toMatch(/^Standing {7}suspended$/m);
    expect(await wordsOf('restore', mallory)).toBe(`${mallory} may log in again.`);
    expect(await logsIn()).toBe('logged in');
    expect(await sentenceFor('restore', mallory)).toBe(`${mallory} is not suspended; nothing was changed.`);
  });

  test('shows an account, and nothing that is written or lets anybody in', async () => {
    await logsIn();
    const { value, words } = await admin('show', mallory);
    expect(value).toMatchObject({
      name: mallory,
      standing: 'good',
      conversations: 1,
      sockets: 0,
      sessions: [{ device: 'Firefox, Linux' }, { device: 'Firefox, Linux' }],
    });
    expect(words).toContain(`${mallory} (Mallory \\u001b[2J)`);
    const profile = await chat.people.find(mallory);
    const [session] = await chat.sessions.of(mallory, Date.now());
    for (const secret of [
      profile?.passwordHash ?? '-',
      session?.id ?? '-',
      session?.publicId ?? '-',
      'watches',
    ]) {
      expect(JSON.stringify(value)).not.toContain(secret);
    }
  });

  test('tells what has happened to somebody and to all, and writes down each of its own acts', async () => {
    await admin('suspend', mallory, '--reason', 'spam');
    await logsIn();
    await admin('report', `${mallory}/${alice}`);
    const { value, words } = await admin('audit', mallory);
    const records = value as { event: string; by?: string }[];
    // Of what happens in the same millisecond, either may come first.
    expect(records.map(({ event, by = '' }) => `${event} ${by}`.trim()).sort()).toEqual([
      'log-in-refused',
      'looked-up operator:root',
      'registered',
      `reported ${alice}`,
      'suspended operator:root',
    ]);
    expect(words).toMatch(/suspended .*by operator:root {2}reason: spam {2}\(npm run admin\)$/m);
    const recent = (await admin('audit', '--recent', '--since', '5m')).value;
    expect(recent).toContainEqual(
      expect.objectContaining({ event: 'looked-up', person: mallory, by: 'operator:root' }),
    );
    expect((await admin('audit', mallory, '--since', '2100-01-01')).value).toEqual([]);
  });

  test('says so where nobody or nothing is there that is meant', async () => {
    for (const command of ['show', 'restore', 'audit']) {
      expect(await sentenceFor(command, 'nobody-at-all')).toBe('Nobody has the name nobody-at-all here.');
    }
    expect(await sentenceFor('suspend', 'nobody-at-all', '--reason', 'x')).toContain('Nobody has the name');
    expect(await sentenceFor('report', `${alice}/${mallory}`)).toContain('There is no report by');
    expect(await sentenceFor('close-report', `${alice}/${mallory}`)).toContain('There is no report by');
  });
});
