import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changePicture } from '../../lib/chat/accounts/change-picture.ts';
import { changeProfile } from '../../lib/chat/accounts/change-profile.ts';
import { prepareSecondFactor } from '../../lib/chat/accounts/change-second-factor.ts';
import { deleteAccount } from '../../lib/chat/accounts/delete-account.ts';
import { eraseAccounts, SETTLED_AFTER_MS } from '../../lib/chat/accounts/erase-account.ts';
import { makeRecoveryCodes } from '../../lib/chat/accounts/make-recovery-codes.ts';
import { register } from '../../lib/chat/accounts/register.ts';
import { changeSide } from '../../lib/chat/change-side.ts';
import { issueTicket } from '../../lib/chat/connecting.ts';
import { editMessage } from '../../lib/chat/edit-message.ts';
import { mark } from '../../lib/chat/mark.ts';
import { changePreferences } from '../../lib/chat/preferences.ts';
import { watch } from '../../lib/chat/presence.ts';
import { subscribePush } from '../../lib/chat/push-subscriptions.ts';
import { react } from '../../lib/chat/react.ts';
import { report } from '../../lib/chat/report.ts';
import { sendMessage } from '../../lib/chat/send-message.ts';
import { memoryStore } from '../../lib/store/memory/store.ts';
import { connect, type Device, PASSWORD } from '../chat/devices.ts';
import { DATABASE_TIMEOUT_MS, dynamodbLocal } from '../support/databases.ts';
import { type MemoryChat, memoryChat } from '../support/memory-chat.ts';
import { png } from '../support/pictures.ts';
import { HERE } from '../support/sessions.ts';

/** Said nowhere but by the one who goes. */
const MARKER = 'marker-of-the-one-who-goes';
const NAME = 'zz-goes';
const goes = { name: NAME, displayName: `${MARKER} display name` };
const stays = { name: 'zz-stays', displayName: 'Stays' };

/** All that a person can have here. */
async function everythingThereIs(chat: MemoryChat) {
  const { session } = await register(chat, { ...goes, password: PASSWORD }, HERE);
  const other = (await register(chat, { ...stays, password: PASSWORD }, HERE)).session;
  await changeProfile(chat, session, { about: `${MARKER} about` });
  await changePicture(chat, session, { picture: new Uint8Array(png(9, 9)) });
  await prepareSecondFactor(chat, session);
  const { prepared = '' } = await chat.secondFactors.find(NAME);
  await chat.secondFactors.turnOn(NAME, { sealed: prepared, since: chat.clock.now() }, 1);
  await makeRecoveryCodes(chat, session, { password: PASSWORD });
  const [phone, others] = [await connect(chat, goes), await connect(chat, stays)];
  await chat.connections.saw(NAME, chat.clock.now());
  await say(chat, phone, stays.name, 0, `${MARKER} first`);
  await say(chat, others, NAME, 1, 'what stays');
  const about = { id: 'f', with: stays.name, after: 2 } as const;
  await editMessage(chat, phone.identity, {
    ...about,
    action: 'edit-message',
    clientId: 'e1',
    target: 1,
    text: `${MARKER} edited`,
  });
  await react(chat, phone.identity, { ...about, action: 'react', clientId: 'r1', target: 2, emoji: '🐘' });
  await say(chat, phone, NAME, 0, `${MARKER} to myself`);
  const frame = { action: 'change-side', id: 'f', with: stays.name } as const;
  await changeSide(chat, phone.identity, { ...frame, pinned: true, mutedUntil: 5, star: [2], hide: [1] });
  await changeSide(chat, phone.identity, { ...frame, blocked: true });
  await mark(chat, phone.identity, { action: 'mark', id: 'f', with: stays.name, read: 2 });
  await changePreferences(chat, phone.identity, { action: 'change-preferences', id: 'f', presence: false });
  await watch(chat, others.identity, { action: 'watch', id: 'f', with: NAME });
  await chat.passkeys.add({
    person: NAME,
    id: MARKER,
    userHandle: MARKER,
    publicKey: new Uint8Array([1]),
    counter: 0,
    device: MARKER,
    createdAt: 0,
  });
  const device = { endpoint: `https://push.example/${MARKER}`, hidesContent: false };
  await subscribePush(chat, session, { ...device, keys: { p256dh: MARKER, auth: MARKER } });
  await report(chat, session, { with: stays.name, reason: 'spam', note: MARKER });
  await report(chat, other, { with: NAME, reason: 'spam', note: `says ${MARKER}` });
  const { secret } = await issueTicket(chat, session);
  await chat.tickets.take(secret, chat.clock.now());
  return session;
}

function say(chat: MemoryChat, { identity }: Device, to: string, after: number, text: string) {
  const messages = [{ clientId: `of-${after}`, text }];
  return sendMessage(chat, identity, { action: 'send-message', id: 'f', to, after, messages });
}

async function goAway(chat: MemoryChat): Promise<void> {
  const session = await everythingThereIs(chat);
  await deleteAccount(chat, session, { password: PASSWORD });
  chat.clock.advance(SETTLED_AFTER_MS);
  await eraseAccounts(chat, Number.MAX_SAFE_INTEGER);
}

describe('on DynamoDB, of somebody who had everything there is and has deleted their account,', () => {
  let opened: Awaited<ReturnType<typeof dynamodbLocal.open>>;
  let rows: Record<string, unknown>[];

  beforeAll(async () => {
    opened = await dynamodbLocal.open();
    const chat = { ...memoryChat(), ...opened.store };
    const before = await everyRow();
    expect(before).toEqual([]);
    await goAway(chat);
    rows = await everyRow();
  }, DATABASE_TIMEOUT_MS);

  afterAll(() => opened?.close(), DATABASE_TIMEOUT_MS);

  async function everyRow(): Promise<Record<string, unknown>[]> {
    if (!opened.tables || !opened.client) throw new Error('This store has no tables.');
    const all: Record<string, unknown>[] = [];
    for (const TableName of opened.tables) {
      const { Items = [], LastEvaluatedKey } = await opened.client.send(new ScanCommand({ TableName }));
      expect(LastEvaluatedKey).toBeUndefined();
      all.push(...Items.map((item) => unmarshall(item)));
    }
    return all;
  }

  test('nothing that they have said or were called is in any row', () => {
    expect(rows.length).toBeGreaterThan(8);
    expect(JSON.stringify(rows, withSets)).not.toContain(MARKER);
  });

  test('their own part has nothing but the name', () => {
    const own = rows.filter(({ person, event }) => person === NAME && event === undefined);
    expect(own).toEqual([{ person: NAME, record: 'profile' }]);
  });

  test('the audit trail has what happened, and when', () => {
    const told = rows.filter(({ person, event }) => person === NAME && event !== undefined);
    const events = told.map(({ event }) => event as string);
    expect(events.sort()).toEqual([
      'deletion-asked',
      'erased',
      'recovery-codes-made',
      'registered',
      'reported',
    ]);
    const facts = [
      'address',
      'at',
      'by',
      'day',
      'details',
      'device',
      'event',
      'person',
      'record',
      'session',
      'ttl',
    ];
    for (const row of told) expect(facts).toEqual(expect.arrayContaining(Object.keys(row)));
  });

  test('the name is where others have a conversation with it, or have said something about it, and nowhere else', () => {
    // What counts how much somebody does goes by itself within two days, and says no more than the name.
    const isCounter = ({ person }: (typeof rows)[number]) => `${person}`.startsWith('throttle#');
    const named = rows.filter(
      (row) => !row.event && !isCounter(row) && JSON.stringify(row, withSets).includes(NAME),
    );
    const places = named.map(({ person, record, connectionId, conversation, seq }) =>
      conversation === undefined ? `${person} ${record ?? connectionId}` : `${conversation} ${seq}`,
    );
    expect(places.sort()).toEqual(
      [
        `${NAME} profile`,
        ...[1, 2, 3, 4, 5].map((seq) => `${NAME}:${stays.name} ${seq}`),
        ...[1, 2].map((seq) => `${NAME}:${NAME} ${seq}`),
        `${stays.name} peer#${NAME}`,
        // Where the conversation is open just now.
        `${stays.name} ${stays.name}-phone`,
        `#reports ${NAME}#${stays.name}`,
      ].sort(),
    );
    const entries = named.filter(({ seq, from }) => seq !== undefined && from === NAME);
    for (const { text = '', emoji = null } of entries) expect([text, emoji]).toEqual(['', null]);
    const [reported] = rows.filter(({ person }) => person === '#reports');
    expect(reported).toMatchObject({ record: `${NAME}#${stays.name}`, entries: [] });
  });

  test('what others have said is there', () => {
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ text: 'what stays' })]));
  });
});

describe('in memory, of somebody who had everything there is and has deleted their account,', () => {
  test('nothing that they have said or were called is left', async () => {
    const maps: Map<unknown, unknown>[] = [];
    const { Map: RealMap } = globalThis;
    // What is kept is in maps that nobody else gets at.
    globalThis.Map = class<Key, Value> extends RealMap<Key, Value> {
      constructor() {
        super();
        maps.push(this);
      }
    } as MapConstructor;
    const store = memoryStore();
    globalThis.Map = RealMap;
    const chat = { ...memoryChat(), ...store };
    const contents = () =>
      JSON.stringify(
        maps.map((map) => [...map]),
        withSets,
      );
    const session = await everythingThereIs(chat);
    expect(contents()).toContain(MARKER);
    await deleteAccount(chat, session, { password: PASSWORD });
    expect(contents()).not.toContain(MARKER);
    chat.clock.advance(SETTLED_AFTER_MS);
    await eraseAccounts(chat, Number.MAX_SAFE_INTEGER);
    const left = maps.flatMap((map) => [...map]).filter(([key]) => `${key}`.startsWith(`${NAME}/`));
    expect(left.filter(([, value]) => !isEmpty(value))).toEqual([]);
  });
});

/** A report without what was reported, and a shelf with nothing on it. */
function isEmpty(value: unknown): boolean {
  return /"(entries|starred)":\[\]/.test(JSON.stringify(value, withSets));
}

function withSets(_: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value instanceof Map ? [...value] : value;
}
