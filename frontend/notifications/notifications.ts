import type { PushApi } from '../net/push-api.ts';
import { type DeviceSubscription, isFor, type PushDevice } from './push-device.ts';
import { subscribeBody } from './subscribe-body.ts';
import type { Wish, WishStore } from './wish.ts';

/** A server forgets devices that it takes for gone. One that is not is told again after a while. */
const TELL_AGAIN_MS = 7 * 24 * 3_600_000;

/** For whom a device shows what is pushed, and the server's public key. */
export interface Owner {
  readonly person: string;
  readonly pushKey: string;
}

export interface NotificationState {
  readonly status: 'unsupported' | 'denied' | 'off' | 'on';
  readonly hidesContent: boolean;
}

/** The notifications of this device. */
export interface Notifications {
  state(): NotificationState;
  /** Calls back when the state has changed; returns what ends that. */
  subscribe(listener: () => void): () => void;
  /** Goes on with what the owner has chosen before; what belongs to anybody else ends. Doesn't throw. */
  begin(owner: Owner): Promise<void>;
  /** @throws Refused, NoAnswer, or what the browser says; then they are off */
  turnOn(): Promise<void>;
  /** They are off on this device even if the server can't be told. */
  turnOff(): Promise<void>;
  /** @throws Refused, NoAnswer: then all is as before */
  hideContent(hidesContent: boolean): Promise<void>;
  /** Nobody is signed in any more: nothing of theirs may show up here. The server has ended its part by itself. */
  end(): Promise<void>;
  /** Takes away what is shown and has such a tag. */
  closeShown(isMeant: (tag: string) => boolean): void;
}

export interface NotificationsOptions {
  readonly api: PushApi;
  readonly device: PushDevice;
  readonly wish: WishStore;
  /** Called when there is something else that the service worker has to know; without an argument, nothing. */
  readonly tellWorker: (settings?: { pushKey: string; hidesContent: boolean }) => Promise<void>;
  readonly now?: () => number;
}

export function createNotifications(options: NotificationsOptions): Notifications {
  const { api, device, wish, tellWorker, now = Date.now } = options;
  let owner: Owner | undefined;
  let state = stateOf();
  const listeners = new Set<() => void>();

  function stateOf(): NotificationState {
    const mine = wish.get();
    const hidesContent = mine?.hidesContent ?? false;
    if (!device.isSupported()) return { status: 'unsupported', hidesContent };
    if (device.permission() === 'denied') return { status: 'denied', hidesContent };
    const isOn = mine !== undefined && mine.person === owner?.person && device.permission() === 'granted';
    return { status: isOn ? 'on' : 'off', hidesContent };
  }

  const changed = () => {
    const next = stateOf();
    if (next.status === state.status && next.hidesContent === state.hidesContent) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };

  device.onChange(changed);

  /** Subscribes at the push service, as far as that is not done, and lets the server know. */
  const subscribe = async ({ person, pushKey }: Owner, hidesContent: boolean, told?: Wish) => {
    const subscription = await subscriptionFor(pushKey, device);
    const { endpoint } = subscription;
    const isTold =
      told?.endpoint === endpoint &&
      told.hidesContent === hidesContent &&
      now() - told.toldAt < TELL_AGAIN_MS;
    if (!isTold) {
      await api.subscribePush(subscribeBody(subscription, hidesContent));
      wish.set({ person, hidesContent, endpoint, toldAt: now() });
    }
    await tellWorker({ pushKey, hidesContent });
  };

  /** Whatever happens meanwhile, this device gets nothing any more. */
  const endHere = async (): Promise<string | undefined> => {
    wish.set(undefined);
    changed();
    if (!device.isSupported()) return undefined;
    const subscription = await device.subscription();
    await Promise.all([subscription?.unsubscribe(), tellWorker(), device.closeShown(() => true)]);
    return subscription?.endpoint;
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async begin(next) {
      owner = next;
      changed();
      const told = wish.get();
      try {
        if (state.status === 'on' && told) await subscribe(next, told.hidesContent, told);
        else await endHere();
      } catch {
        // No network, most likely; the next start tries again.
      }
      changed();
    },
    async turnOn() {
      if (!owner) return;
      const permission = await device.askPermission();
      changed();
      if (permission !== 'granted') return;
      try {
        await subscribe(owner, false);
      } catch (error) {
        await endHere().catch(() => {});
        throw error;
      } finally {
        changed();
      }
    },
    async turnOff() {
      const endpoint = await endHere();
      // Without this, the push service tells the server that nobody is there any more.
      if (endpoint !== undefined) await api.unsubscribePush({ endpoint }).catch(() => {});
    },
    async hideContent(hidesContent) {
      if (!owner || state.status !== 'on') return;
      await subscribe(owner, hidesContent, wish.get());
      changed();
    },
    async end() {
      owner = undefined;
      await endHere().catch(() => {});
    },
    closeShown: (isMeant) => {
      if (state.status === 'on') device.closeShown(isMeant).catch(() => {});
    },
  };
}

async function subscriptionFor(pushKey: string, device: PushDevice): Promise<DeviceSubscription> {
  const existing = await device.subscription();
  if (existing && isFor(pushKey, existing)) return existing;
  await existing?.unsubscribe();
  return device.subscribe(pushKey);
}
