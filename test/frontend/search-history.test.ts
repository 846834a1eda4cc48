import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createMessageSearch,
  type MessageSearch,
  type SearchState,
} from '../../frontend/search/message-search.ts';
import { createSearchIndex } from '../../frontend/search/search-index.ts';
import { NO_COPY } from '../../frontend/store/local-copy.ts';
import { Device, Disk } from './device.ts';
import { MemoryServer } from './memory-server.ts';

const LONG_MS = 4_000;

let server: MemoryServer;
let alice: Device;

beforeEach(async () => {
  server = await MemoryServer.start();
  await server.signUp('alice');
  await server.signUp('bob', 'Bob');
});
afterEach(() => server.close());

/** Texts that say their number, so that each is found by it. */
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `message number ${i + 1}`);

async function searchOn(device: Device): Promise<MessageSearch> {
  await device.until(() => device.chat.signedIn() !== undefined);
  const sources = device.chat.signedIn();
  if (!sources) throw new Error('Nobody is signed in.');
  return createMessageSearch(sources, (onCoverage) => createSearchIndex(sources.copy, onCoverage));
}

/** Resolves as soon as the search's state is as asked for. */
function until(search: MessageSearch, isSo: (state: SearchState) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => reject(new Error(JSON.stringify(search.state()))), LONG_MS);
    const look = () => {
      if (!isSo(search.state())) return;
      clearTimeout(timeout);
      stop();
      resolve();
    };
    const stop = search.subscribe(look);
    look();
  });
}

const covers = (covered: number, all: number) => (state: SearchState) =>
  state.coverage.covered === covered && state.coverage.all === all;

function requestsOf(person: string) {
  const api = server.apiOf(person);
  const asked: string[] = [];
  return {
    asked,
    api: {
      ...api,
      entries: (...[name, range]: Parameters<typeof api.entries>) => {
        asked.push(`${name} ${JSON.stringify(range)}`);
        return api.entries(name, range);
      },
    },
  };
}

describe('the search over messages', () => {
  test('finds what the page knows, and what comes, as it comes', async () => {
    await server.store('bob', 'alice', ['The heron is back']);
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const search = await searchOn(alice);
    search.find('heron', 50);
    await until(search, ({ found }) => found?.count === 1);
    await server.store('bob', 'alice', ['Two herons now']);
    await until(search, ({ found }) => found?.count === 2);
    expect(search.state().found?.hits.map(({ with: name, seq }) => [name, seq])).toEqual([
      ['bob', 1],
      ['bob', 2],
    ]);
  });

  test('finds what the device has kept beyond what the page knows', async () => {
    await server.store('bob', 'alice', numbered(130));
    const disk = new Disk();
    alice = new Device(server, 'alice', disk);
    await alice.untilLive();
    const first = await searchOn(alice);
    await until(first, covers(20, 130));
    first.fetchRest();
    await until(first, covers(130, 130));
    alice.chat.stop();

    alice = new Device(server, 'alice', disk);
    server.isUp = false;
    const search = await searchOn(alice);
    await until(search, covers(130, 130));
    search.find('number 7', 50);
    await until(search, ({ found }) => found?.hits[0]?.seq === 7);
  });

  test('tells how much it has covered, fetches the rest, and says when all is there', async () => {
    await server.signUp('carol');
    await server.store('bob', 'alice', numbered(230));
    await server.store('carol', 'alice', numbered(70));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const search = await searchOn(alice);
    await until(search, covers(40, 300));
    const seen: number[] = [];
    search.subscribe(() => seen.push(search.state().coverage.covered));
    search.fetchRest();
    await until(search, ({ fetching, coverage }) => fetching === 'idle' && coverage.covered === 300);
    expect(search.state().isListed).toBe(true);
    expect(seen.toSorted((one, other) => one - other)).toEqual(seen);
    search.find('number 3', 50);
    await until(search, ({ found }) => found?.hits.some(({ seq }) => seq === 3) ?? false);
  });

  test('fetches conversations that the page has not listed, and learns whom they are with', async () => {
    const names = Array.from({ length: 25 }, (_, i) => `person-${i}`);
    for (const name of names) {
      await server.signUp(name, `Display of ${name}`);
      await server.store(name, 'alice', ['hello']);
    }
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const search = await searchOn(alice);
    search.fetchRest();
    await until(search, covers(25, 25));
    for (const name of names) expect(alice.state.people.get(name)?.displayName).toBe(`Display of ${name}`);
  });
});

describe('fetching the rest', () => {
  test('says when the server can’t be reached, and goes on from there when it is asked again', async () => {
    await server.store('bob', 'alice', numbered(300));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const search = await searchOn(alice);
    await until(search, covers(20, 300));
    server.isUp = false;
    search.fetchRest();
    await until(search, ({ fetching }) => fetching === 'failed');
    server.isUp = true;
    search.fetchRest();
    await until(search, ({ fetching, coverage }) => fetching === 'idle' && coverage.covered === 300);
  });

  test('stops when it is told to, and keeps what has come', async () => {
    await server.store('bob', 'alice', numbered(500));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const search = await searchOn(alice);
    search.fetchRest();
    const stop = search.subscribe(() => {
      if (search.state().coverage.covered > 200) search.stopFetching();
    });
    await until(search, ({ fetching, coverage }) => fetching === 'idle' && coverage.covered > 200);
    stop();
    expect(search.state().coverage.covered).toBeLessThan(500);
    const kept = await alice.disk.copy.newest('bob', 1_000);
    expect(kept.length).toBe(search.state().coverage.covered);
  });

  test('joins on to what the device has without a hole, and asks for nothing a second time', async () => {
    await server.store('bob', 'alice', numbered(400));
    const disk = new Disk();
    const { entries } = await server.apiOf('alice').entries('bob', { before: 251 });
    // What an earlier, longer absence has left: the newest page goes before these, with a hole between.
    await disk.copy.write({ people: [], forgotten: [], entries: [{ with: 'bob', entries }] });
    alice = new Device(server, 'alice', disk);
    await alice.untilLive();
    const sources = alice.chat.signedIn();
    if (!sources) throw new Error('Nobody is signed in.');
    const { asked, api } = requestsOf('alice');
    const session = { ...sources.session, api };
    const search = createMessageSearch({ ...sources, session }, (onCoverage) =>
      createSearchIndex(sources.copy, onCoverage),
    );
    search.fetchRest();
    await until(search, covers(400, 400));
    expect((await disk.copy.newest('bob', 1_000)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 400 }, (_, i) => i + 1),
    );
    const { asked: again, api: apiAgain } = requestsOf('alice');
    const other = createMessageSearch({ ...sources, session: { ...session, api: apiAgain } }, (onCoverage) =>
      createSearchIndex(sources.copy, onCoverage),
    );
    await until(other, covers(400, 400));
    other.fetchRest();
    await until(other, ({ fetching, isListed }) => fetching === 'idle' && isListed);
    expect(asked.length).toBeGreaterThan(0);
    expect(again).toEqual([]);
  });

  test('on a shared computer keeps what it fetches in memory alone', async () => {
    server.isOnSharedComputer = true;
    await server.store('bob', 'alice', numbered(130));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    const search = await searchOn(alice);
    expect(alice.chat.signedIn()?.copy).toBe(NO_COPY);
    await until(search, covers(20, 130));
    search.fetchRest();
    await until(search, covers(130, 130));
    expect(await alice.disk.copy.ends()).toEqual([]);
  });
});

describe('going to a message', () => {
  const first = () => alice.state.conversations.get('bob')?.entries[0]?.seq ?? 0;
  const isWhole = () => {
    const entries = alice.state.conversations.get('bob')?.entries ?? [];
    return entries.every(({ seq }, i) => seq === first() + i);
  };

  test('loads the log so far back, from the server, and no further than a few pages', async () => {
    await server.store('bob', 'alice', numbered(700));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    alice.chat.goTo('bob', 250);
    alice.chat.open('bob');
    await alice.until(() => first() <= 250 - 1);
    expect(first()).toBeGreaterThan(20);
    expect(isWhole()).toBe(true);
    expect(alice.state.goal).toEqual({ with: 'bob', seq: 250 });
    alice.chat.reached();
    expect(alice.state.goal).toBeNull();
  });

  test('takes all of it from the device in one read, where that has it', async () => {
    await server.store('bob', 'alice', numbered(300));
    const disk = new Disk();
    alice = new Device(server, 'alice', disk);
    await alice.untilLive();
    const search = await searchOn(alice);
    search.fetchRest();
    await until(search, covers(300, 300));
    let reads = 0;
    const before = disk.copy.before;
    disk.copy.before = (...values) => {
      reads += 1;
      return before(...values);
    };
    server.isUp = false;
    alice.chat.open('bob');
    alice.chat.goTo('bob', 40);
    await alice.until(() => first() <= 40);
    expect(reads).toBe(1);
    expect(isWhole()).toBe(true);
  });

  test('goes on, when somebody tries again, where the server could not be reached', async () => {
    await server.store('bob', 'alice', numbered(300));
    alice = new Device(server, 'alice');
    await alice.untilLive();
    alice.chat.open('bob');
    server.isUp = false;
    alice.chat.goTo('bob', 40);
    await alice.until(({ conversations }) => conversations.get('bob')?.earlier === 'failed');
    server.isUp = true;
    alice.chat.loadEarlier('bob');
    await alice.until(() => first() <= 40);
    expect(isWhole()).toBe(true);
  });

  test('is over when the conversation is closed, or another one is opened', async () => {
    await server.signUp('carol');
    alice = new Device(server, 'alice');
    await alice.untilLive();
    alice.chat.open('carol');
    alice.chat.goTo('bob', 3);
    alice.chat.close();
    alice.chat.open('bob');
    expect(alice.state.goal).toEqual({ with: 'bob', seq: 3 });
    alice.chat.close();
    expect(alice.state.goal).toBeNull();
    alice.chat.goTo('bob', 3);
    alice.chat.open('carol');
    expect(alice.state.goal).toBeNull();
  });
});
