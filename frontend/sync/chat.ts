import type { LogInBody, Me, RegisterBody } from '../../lib/protocol/rest.ts';
import type { Preferences } from '../../lib/protocol/side.ts';
import type { Api } from '../net/api.ts';
import { isSessionOver, NoAnswer } from '../net/errors.ts';
import type { Surroundings } from '../net/surroundings.ts';
import type { Notice } from '../state/model.ts';
import type { SideChange } from '../state/sides.ts';
import type { Store } from '../state/store.ts';
import type { Device } from '../store/device.ts';
import type { LocalCopy } from '../store/local-copy.ts';
import { type Acting, createActing } from './acting.ts';
import { beginSession } from './begin-session.ts';
import { newWish } from './new-wish.ts';
import type { OtherTabs } from './other-tabs.ts';
import { createSignedIn, type SignedIn } from './signed-in.ts';
import type { Work } from './work.ts';

/** How long somebody has to pause in typing before what they typed is looked for. */
const SEARCH_DELAY_MS = 150;

/** Everything that somebody at the page can do. What comes of it is seen in the state. */
export interface Chat extends Acting {
  /** Finds out who is signed in, and goes on from there. */
  start(): void;
  /** Ends what goes on, as the end of the page does. Nothing is lost by it, and `start` goes on from there. */
  stop(): void;
  /** @throws Refused, NoAnswer */
  register(body: RegisterBody): Promise<void>;
  /** @throws Refused, NoAnswer */
  logIn(body: LogInBody): Promise<void>;
  /** Logs in by another way. @throws Refused, NoAnswer, and what `ask` throws */
  getIn(ask: () => Promise<Me>): Promise<void>;
  /**
   * Ends the session, and forgets what was not sent.
   * @param end does so on the server, where that is more than a log-out
   * @throws Refused, NoAnswer: then nothing has changed
   */
  logOut(end?: () => Promise<unknown>): Promise<void>;
  open(name: string): void;
  close(): void;
  changeDraft(name: string, text: string): void;
  /** The page has shown everything of a conversation up to a number, and somebody was looking. */
  hasRead(name: string, seq: number): void;
  /** Changes my side of a conversation: at once here, and everywhere as soon as the server knows. */
  changeSide(name: string, change: SideChange): void;
  /** Is told when it was said that something that was wished could not be had. */
  hasSeenRefusal(): void;
  /** I am writing to somebody. */
  type(to: string): void;
  /** Nobody looks at the page for a while, or somebody does again. */
  away(isAway: boolean): void;
  /**
   * Changes what others may know of me.
   * @throws Refused, NoAnswer: then nothing has changed
   */
  changePreferences(change: Partial<Preferences>): Promise<void>;
  loadEarlier(name: string): void;
  loadOlderConversations(): void;
  loadMorePeople(): void;
  search(query: string): void;
  /** Shows a message in its place as soon as its conversation is open, however far up it is. */
  goTo(name: string, seq: number, options?: { readonly isQuiet: boolean }): void;
  /** Is told when it is shown. */
  reached(): void;
  /** What parts work with that are loaded on demand; undefined as long as nobody is signed in. */
  signedIn(): { readonly session: SignedIn; readonly copy: LocalCopy } | undefined;
}

export interface ChatOptions {
  readonly api: Api;
  readonly store: Store;
  readonly surroundings: Surroundings;
  readonly device: Device;
  readonly otherTabs: (onAnnounced: () => void) => OtherTabs;
  /** The address of the page, where that is not the browser's. */
  readonly page?: string;
  /** How long a socket is used before another takes its place, where that is not the usual time. */
  readonly handOverAfterMs?: number;
}

/** The chat as the page uses it. */
export function createChat(options: ChatOptions): Chat {
  const { api, store, device } = options;
  let ending = new AbortController();
  let session: SignedIn | undefined;
  let work: Work | undefined;
  let waiting: ((work: Work) => Promise<void>)[] = [];
  let searching: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    ending.abort();
    ending = new AbortController();
    session = work = undefined;
    waiting = [];
  };

  const start = () => {
    end();
    store.dispatch({ type: 'starting' });
    const begun = createSignedIn(options, ending.signal, () => signOut('session-over'));
    begun.inBackground(begin(begun));
  };

  const begin = async (begun: SignedIn) => {
    const wasKnown = device.whoIsSignedIn() !== undefined;
    try {
      const isBegun = await beginSession(begun, {
        ...options,
        onWork: (started) => beginWork(begun, started),
      });
      if (!isBegun) await device.wipe({ keepsUnsent: true }).then(start);
    } catch (error) {
      if (!isSessionOver(error)) throw error;
      // To be told so at the first visit would be odd.
      if (!begun.signal.aborted) signOut(wasKnown ? 'session-over' : undefined);
    }
  };

  const beginWork = (begun: SignedIn, started: Work) => {
    if (begun.signal.aborted) return;
    [session, work] = [begun, started];
    const { open } = store.state();
    if (open !== null) ask(({ log }) => log.load(open));
    for (const what of waiting.splice(0)) ask(what);
  };

  /** Messages that were not sent stay for when the same person is back; whoever logs out was asked about them. */
  const signOut = (notice?: Notice, keepsUnsent = true) => {
    end();
    void device.wipe({ keepsUnsent });
    store.dispatch({ type: 'signed-out', ...(notice !== undefined && { notice }) });
  };

  const tabs = options.otherTabs(start);
  const begunSession = async ({ me }: Me) => {
    // What somebody else has left must not be shown, not even until the server answers.
    if (device.whoIsSignedIn() !== me.name) await device.wipe({ keepsUnsent: true });
    tabs.announce();
    start();
  };
  /** What somebody asks for before there is something to ask waits for it. */
  const ask = (what: (work: Work) => Promise<void>) => {
    if (session && work) session.inBackground(what(work));
    else waiting.push(what);
  };

  const acting = createActing(store, device);
  return {
    start,
    stop: end,
    async register(body) {
      await begunSession(await api.register(body));
    },
    async logIn(body) {
      await begunSession(await api.logIn(body));
    },
    async getIn(ask) {
      await begunSession(await ask());
    },
    async logOut(end = api.logOut) {
      await end();
      signOut(undefined, false);
      tabs.announce();
    },
    open(name) {
      store.dispatch({ type: 'conversation-opened', with: name });
      ask(({ log }) => log.load(name));
    },
    close: () => store.dispatch({ type: 'conversation-closed' }),
    changeDraft: (name, text) => store.dispatch({ type: 'draft-changed', with: name, text }),
    ...acting,
    send(name, text, how) {
      acting.send(name, text, how);
      work?.presence.hasSent(name);
    },
    hasRead: (name, seq) => store.dispatch({ type: 'read-up-to', with: name, seq }),
    changeSide: (name, change) =>
      store.dispatch({ type: 'side-wished', with: name, wish: newWish(store.state(), name, change) }),
    hasSeenRefusal: () => store.dispatch({ type: 'refusal-seen' }),
    type: (to) => work?.presence.type(to),
    away: (isAway) => ask(async ({ presence }) => presence.away(isAway)),
    async changePreferences(change) {
      if (!work) throw new NoAnswer();
      await work.sides.changePreferences(change);
    },
    loadEarlier: (name) => ask(({ log }) => log.loadEarlier(name)),
    loadOlderConversations: () => ask(({ lists }) => lists.olderConversations()),
    loadMorePeople: () => ask(({ lists }) => lists.morePeople()),
    search(query) {
      store.dispatch({ type: 'search-changed', query });
      clearTimeout(searching);
      if (query !== '') searching = setTimeout(() => ask(({ lists }) => lists.morePeople()), SEARCH_DELAY_MS);
    },
    goTo: (name, seq, options) => store.dispatch({ type: 'message-wanted', with: name, seq, ...options }),
    reached: () => store.dispatch({ type: 'message-reached' }),
    signedIn: () => session && work && { session, copy: work.copy },
  };
}
