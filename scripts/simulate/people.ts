import { NO_CONVERSATION } from '../../frontend/state/model.ts';
import { type ShownMessage, shownMessages } from '../../frontend/state/shown-messages.ts';
import type { SideChange } from '../../frontend/state/sides.ts';
import type { Browser } from './browser.ts';
import type { Page } from './page.ts';
import type { Action } from './plan.ts';
import { PASSWORD, type World } from './world.ts';

/** How many messages somebody sends at once. */
const MOST_AT_ONCE = 4;
const MANY = 70;

/** Of so many messages one answers another. */
const REPLIES_SHARE = 0.2;

const FOR_EVER = 8_640_000_000_000_000;

const EMOJI = ['👍', '❤️', '😂', null];

/** Whoever logs out logs in again after this long. */
const LOGGED_OUT_MS = 2_000;

/** By then a page has given up on an answer, or been told it. */
const LOG_OUT_SETTLED_MS = 20_000;

type Act = (page: Page, action: Action) => void;

/** Does what people do at pages. */
export class People {
  readonly #world: World;
  #written = 0;
  /** What is written there, in whichever tab, may still be forgotten when the log-out is answered. */
  readonly #loggingOut = new Set<Browser>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Has all of a plan's actions happen in their time. */
  begin(actions: readonly Action[]): void {
    const { scheduler } = this.#world;
    for (const action of actions) {
      scheduler.after(action.at, `${action.tab}: ${action.what} ${action.with}`, () => this.#do(action));
    }
  }

  /** Writes something to somebody, and notes that it is to be found. */
  send(page: Page, to: string, replyTo?: number): void {
    const { witness } = this.#world;
    const text = `${page.person} ${this.#next()}`;
    witness.note(`${page.name} writes "${text}" to ${to}`);
    page.chat.send(to, text, replyTo === undefined ? {} : { replyTo });
    const item = page.state.outbox.find((each) => each.kind === 'message' && each.text === text);
    if (!item) throw new Error(`What was written is not in the outbox: ${text}`);
    witness.typed.push({
      clientId: item.clientId,
      text,
      tab: page.tab,
      page: page.name,
      from: page.person,
      to,
      mayBeForgotten: this.#loggingOut.has(page.browser),
    });
  }

  /** What is done to a page from the outside; all else is done at it, by whoever is signed in there. */
  #do(action: Action): void {
    const world = this.#world;
    const page = world.pages.get(action.tab);
    if (!page) {
      if (action.what === 'come-back') world.open(action.tab);
    } else if (action.what === 'reload') {
      world.open(action.tab);
    } else if (action.what === 'leave') {
      world.leave(action.tab, action.which < 0.5);
    } else {
      const act = () => {
        if (page.state.session.status === 'signed-in') this.#acts[action.what]?.(page, action);
      };
      world.scheduler.after(0, `${page.name}: ${action.what}`, act, page);
    }
  }

  readonly #acts: { readonly [What in Action['what']]?: Act } = {
    send: (page, { with: name, which }) => {
      const answered = which < REPLIES_SHARE ? chosen(page, name, which / REPLIES_SHARE) : undefined;
      this.send(page, name, answered?.seq);
      for (let i = 1; i < which * MOST_AT_ONCE; i += 1) this.send(page, name);
    },
    'send-many': (page, { with: name }) => {
      for (let i = 0; i < MANY; i += 1) this.send(page, name);
    },
    edit: (page, { with: name, which }) => {
      const { seq } = chosen(page, name, which, ({ mine }) => mine) ?? {};
      if (seq !== undefined) page.chat.edit(name, seq, `${page.person} ${this.#next()}, edited`);
    },
    delete: (page, { with: name, which }) => {
      const { seq } = chosen(page, name, which, ({ mine }) => mine) ?? {};
      if (seq !== undefined) page.chat.deleteForBoth(name, seq);
    },
    react: (page, { with: name, which }) => {
      const { seq } = chosen(page, name, which) ?? {};
      const emoji = EMOJI[(seq ?? 0) % EMOJI.length] ?? null;
      if (seq !== undefined) page.chat.react(name, seq, emoji);
    },
    read: (page, { with: name }) => {
      page.chat.open(name);
      const { side, entries } = page.state.conversations.get(name) ?? NO_CONVERSATION;
      const last = entries.at(-1)?.seq;
      // As the view does: whom I have not accepted is not to know.
      if (!side.request && last !== undefined) page.chat.hasRead(name, last);
    },
    open: (page, { with: name }) => page.chat.open(name),
    close: (page) => page.chat.close(),
    type: (page, { with: name }) => page.chat.type(name),
    'change-side': (page, { with: name, which }) => page.chat.changeSide(name, changeAt(page, name, which)),
    'log-out': (page) => this.#logOut(page),
  };

  #next(): number {
    this.#written += 1;
    return this.#written;
  }

  /** What was not sent is forgotten, in all tabs of the browser, up to when somebody logs in again. */
  #logOut(page: Page): void {
    const { scheduler, witness } = this.#world;
    const browser = page.tab.replace(/\d+$/, '');
    const forget = () => {
      for (const typed of witness.typed) if (typed.tab.startsWith(browser)) typed.mayBeForgotten = true;
    };
    const logInSoon = () => void scheduler.after(LOGGED_OUT_MS, `${page.name}: log-in`, logIn, page);
    const logIn = () => {
      forget();
      page.chat.logIn({ name: page.person, password: PASSWORD }).catch(logInSoon);
    };
    forget();
    witness.note(`${page.name} logs out`);
    this.#loggingOut.add(page.browser);
    const settled = () => void this.#loggingOut.delete(page.browser);
    scheduler.after(LOG_OUT_SETTLED_MS, `${page.name}: its log-out is answered, or never will be`, settled);
    // Where there is no answer, nothing has changed.
    page.chat.logOut().then(logInSoon, () => {});
  }
}

/** One of the messages that a page shows of a conversation, if there is one. */
function chosen(
  page: Page,
  name: string,
  which: number,
  isMeant: (message: ShownMessage) => boolean = () => true,
): ShownMessage | undefined {
  const messages = shownMessages(page.state, name).filter(
    (message) => message.seq !== undefined && !message.gone && isMeant(message),
  );
  return messages[Math.floor(which * messages.length)];
}

function changeAt(page: Page, name: string, which: number): SideChange {
  const { seq } = chosen(page, name, which) ?? {};
  const { side } = page.state.conversations.get(name) ?? NO_CONVERSATION;
  const changes: SideChange[] = [
    { pinned: side.pinnedAt === undefined },
    { mutedUntil: side.mutedUntil === undefined ? FOR_EVER : 0 },
    { archived: side.archivedAt === undefined },
    { unread: true },
    { accepted: true },
    ...(seq === undefined ? [] : [{ star: [seq] }, { hide: [seq] }, { unstar: [seq] }]),
  ];
  return changes[Math.floor(which * changes.length)] ?? { accepted: true };
}
