import { beforeEach, describe, expect, test } from '@jest/globals';
import { NoAnswer } from '../../frontend/net/errors.ts';
import { keepNotifications } from '../../frontend/notifications/keep-notifications.ts';
import { createNotifications, type Notifications } from '../../frontend/notifications/notifications.ts';
import type { DeviceSubscription, PushDevice } from '../../frontend/notifications/push-device.ts';
import type { Wish } from '../../frontend/notifications/wish.ts';
import { createStore, type Store } from '../../frontend/state/store.ts';
import type { SubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import type { Bootstrap } from '../../lib/protocol/rest.ts';

const DAY_MS = 24 * 3_600_000;
const KEY = 'BAQEBA';
const OTHER_KEY = 'BQUFBQ';

/** A browser with a push service behind it. */
class Browser implements PushDevice {
  supports = true;
  granted: NotificationPermission = 'default';
  /** What the person presses when the browser asks. */
  answer: NotificationPermission = 'granted';
  current: DeviceSubscription | null = null;
  readonly shown = new Set<string>();
  #made = 0;

  isSupported = () => this.supports;
  permission = () => this.granted;
  askPermission = async () => {
    this.granted = this.answer;
    return this.granted;
  };
  subscription = async () => this.current;
  subscribe = async (pushKey: string) => {
    this.#made += 1;
    this.current = this.#subscription(`https://push.example/${this.#made}`, pushKey);
    return this.current;
  };
  changed = () => {};
  onChange = (listener: () => void) => {
    this.changed = listener;
  };
  closeShown = async (isMeant: (tag: string) => boolean) => {
    for (const tag of [...this.shown]) if (isMeant(tag)) this.shown.delete(tag);
  };

  #subscription(endpoint: string, pushKey: string): DeviceSubscription {
    return {
      endpoint,
      options: {
        applicationServerKey: new Uint8Array(Buffer.from(pushKey, 'base64url')).buffer,
        userVisibleOnly: true,
      },
      toJSON: () => ({ keys: { p256dh: 'p', auth: 'a' } }),
      unsubscribe: async () => {
        this.current = null;
        return true;
      },
    };
  }
}

/** What survives a reload of the page, on one device; and the server. */
class World {
  readonly browser = new Browser();
  readonly subscribed = new Map<string, SubscribePushBody>();
  wish: Wish | undefined;
  workerKnows: object | undefined;
  isUp = true;
  requests = 0;
  now = 0;

  /** A page that has just been loaded. */
  page(): Notifications {
    const request = (change: () => void) => async () => {
      this.requests += 1;
      if (!this.isUp) throw new NoAnswer();
      change();
    };
    return createNotifications({
      api: {
        subscribePush: (body) => request(() => this.subscribed.set(body.endpoint, body))(),
        unsubscribePush: ({ endpoint }) => request(() => this.subscribed.delete(endpoint))(),
      },
      device: this.browser,
      wish: {
        get: () => this.wish,
        set: (wish) => {
          this.wish = wish;
        },
      },
      tellWorker: async (settings) => {
        this.workerKnows = settings;
      },
      now: () => this.now,
    });
  }

  async pageOf(person: string, pushKey = KEY): Promise<Notifications> {
    const page = this.page();
    await page.begin({ person, pushKey });
    return page;
  }

  get endpoints() {
    return [...this.subscribed.keys()];
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('alice turns notifications on', () => {
  test('and the server knows where to reach her device', async () => {
    const page = await world.pageOf('alice');
    expect(page.state().status).toBe('off');
    await page.turnOn();
    expect(page.state()).toEqual({ status: 'on', hidesContent: false });
    expect([...world.subscribed.values()]).toEqual([
      { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' }, hidesContent: false },
    ]);
    expect(world.workerKnows).toEqual({ pushKey: KEY, hidesContent: false });
  });

  test('and they are on when she comes back, without a request', async () => {
    await (await world.pageOf('alice')).turnOn();
    const requests = world.requests;
    expect((await world.pageOf('alice')).state().status).toBe('on');
    expect(world.requests).toBe(requests);
  });

  test('but not if she tells the browser not to', async () => {
    world.browser.answer = 'denied';
    const page = await world.pageOf('alice');
    await page.turnOn();
    expect(page.state().status).toBe('denied');
    expect([world.requests, world.browser.current]).toEqual([0, null]);

    world.browser.granted = 'default';
    world.browser.changed();
    expect(page.state().status).toBe('off');
  });

  test('but not if the server can’t be told: then the browser forgets it, too', async () => {
    const page = await world.pageOf('alice');
    world.isUp = false;
    await expect(page.turnOn()).rejects.toThrow(NoAnswer);
    expect(page.state().status).toBe('off');
    expect([world.browser.current, world.wish, world.workerKnows]).toEqual([null, undefined, undefined]);
  });

  test('and hides what is written', async () => {
    const page = await world.pageOf('alice');
    await page.turnOn();
    await page.hideContent(true);
    expect(page.state()).toEqual({ status: 'on', hidesContent: true });
    expect([...world.subscribed.values()]).toMatchObject([{ hidesContent: true }]);

    world.isUp = false;
    await expect(page.hideContent(false)).rejects.toThrow(NoAnswer);
    expect(page.state().hidesContent).toBe(true);
  });

  test('and off again: nothing is left, here or there', async () => {
    const page = await world.pageOf('alice');
    await page.turnOn();
    await page.turnOff();
    expect(page.state().status).toBe('off');
    expect([world.browser.current, world.wish, world.workerKnows, world.endpoints]).toEqual([
      null,
      undefined,
      undefined,
      [],
    ]);
  });

  test('and off while the server is away: off they are', async () => {
    const page = await world.pageOf('alice');
    await page.turnOn();
    world.isUp = false;
    await page.turnOff();
    expect([page.state().status, world.browser.current]).toEqual(['off', null]);
  });
});

describe('a page that opens', () => {
  beforeEach(async () => {
    await (await world.pageOf('alice')).turnOn();
  });

  test('tells the server of a subscription that the browser has replaced', async () => {
    await world.browser.subscribe(KEY);
    await world.pageOf('alice');
    expect(world.endpoints).toContain('https://push.example/2');
  });

  test('makes one anew that the browser has dropped', async () => {
    world.browser.current = null;
    await world.pageOf('alice');
    expect(world.browser.current).not.toBeNull();
    expect(world.endpoints).toContain('https://push.example/2');
  });

  test('makes one anew for a server with another key', async () => {
    await world.pageOf('alice', OTHER_KEY);
    expect(world.endpoints).toContain('https://push.example/2');
  });

  test('tells the server again after a week, should it have forgotten', async () => {
    world.subscribed.clear();
    world.now += 8 * DAY_MS;
    await world.pageOf('alice');
    expect(world.endpoints).toEqual(['https://push.example/1']);
  });

  test('does without the server for now', async () => {
    world.browser.current = null;
    world.isUp = false;
    expect((await world.pageOf('alice')).state().status).toBe('on');
    world.isUp = true;
    await world.pageOf('alice');
    expect(world.endpoints).toHaveLength(2);
  });

  test('shows off, and forgets, what the browser no longer allows', async () => {
    world.browser.granted = 'denied';
    expect((await world.pageOf('alice')).state().status).toBe('denied');
    expect(world.wish).toBeUndefined();
  });

  test('of mallory, who logs in on alice’s device, gets none of hers', async () => {
    world.browser.shown.add('with/bob');
    const page = await world.pageOf('mallory');
    expect(page.state().status).toBe('off');
    expect([world.browser.current, world.wish, world.browser.shown.size]).toEqual([null, undefined, 0]);
  });

  test('in a browser without any of this says so', async () => {
    world.browser.supports = false;
    expect((await world.pageOf('alice')).state().status).toBe('unsupported');
  });
});

describe('notifications follow the session', () => {
  let store: Store;
  let seen: () => void;
  let page: Notifications;

  const signIn = (name: string, more: Partial<Bootstrap> = {}) =>
    store.dispatch({
      type: 'bootstrapped',
      outbox: [],
      wishes: [],
      drafts: new Map(),
      composing: new Map(),
      bootstrap: {
        me: { name, displayName: name },
        people: { people: [] },
        conversations: { conversations: [] },
        pinned: [],
        preferences: { readReceipts: true, presence: true },
        socket: { url: '/socket', ticket: 'ticket' },
        pushKey: KEY,
        ...more,
      },
    });

  beforeEach(async () => {
    await (await world.pageOf('alice')).turnOn();
    store = createStore();
    page = world.page();
    keepNotifications(store, page, (listener) => {
      seen = listener;
    });
  });

  test('they are on as soon as alice is known', () => {
    expect(page.state().status).toBe('off');
    signIn('alice');
    expect(page.state().status).toBe('on');
  });

  test('they end with the session, on the device as well', async () => {
    signIn('alice');
    store.dispatch({ type: 'signed-out' });
    await settled();
    expect([page.state().status, world.browser.current, world.wish]).toEqual(['off', null, undefined]);
  });

  test('of a conversation they are taken away when alice opens it, or sees it again', async () => {
    signIn('alice');
    await settled();
    for (const tag of ['with/bob', 'with/carol', 'hidden']) world.browser.shown.add(tag);
    store.dispatch({ type: 'conversation-opened', with: 'bob' });
    expect([...world.browser.shown]).toEqual(['with/carol']);

    world.browser.shown.add('with/bob');
    seen();
    expect([...world.browser.shown]).toEqual(['with/carol']);
  });
});

/** What was begun goes through promises alone. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
