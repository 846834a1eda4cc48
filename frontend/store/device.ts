import type { Composing, OutboxItem } from '../state/model.ts';
import type { Wish } from '../state/sides.ts';
import { deleteDatabase } from './delete-database.ts';
import { EMOJI_KEY } from './emoji-key.ts';
import { type Items, noItems, storedItems } from './items.ts';
import { loadedCopy } from './loaded-copy.ts';
import { databaseName, type LocalCopy, NO_COPY } from './local-copy.ts';
import { SIGNED_IN_KEY } from './signed-in-key.ts';

/** What a device keeps of one person. */
export interface KeptFor {
  /** Messages that are not stored yet, by their clientIds. */
  readonly outbox: Items<OutboxItem>;
  /** What was wished of sides and is not answered yet, by its id. */
  readonly wishes: Items<Wish>;
  /** What is being written, by whom it is for. */
  readonly drafts: Items<string>;
  /** What that is about, where it is something; likewise. */
  readonly composing: Items<Composing>;
  readonly copy: LocalCopy;
}

/** What this browser keeps, and of whom. */
export interface Device {
  /** Who is signed in here, as far as it was kept: with this the page opens before anybody is asked. */
  whoIsSignedIn(): string | undefined;
  of(person: string): KeptFor;
  /** What a device keeps on which nothing may be kept. */
  ofNobody(): KeptFor;
  /** Remembers who is signed in, and wipes what there is of anybody else. */
  signedIn(person: string): Promise<void>;
  /** Wipes all there is of everybody, but for messages of theirs that were not sent, if those are to stay. */
  wipe(options: { keepsUnsent: boolean }): Promise<void>;
  /** Asks the browser not to throw the copy away when the disk is full. */
  askToPersist(): void;
}

const OUTBOX = 'outbox/';
const WISHES = 'wish/';
const DRAFTS = 'draft/';
const COMPOSING = 'composing/';
const DATABASE = databaseName('');

/** What somebody has done, and wants to be so; and what they have only begun. */
const UNSENT = [OUTBOX, WISHES];
const BEGUN = [DRAFTS, COMPOSING];

let hasAskedToPersist = false;

export const browserDevice: Device = {
  whoIsSignedIn: () => theOnlyItem()?.[1],

  of: (person) => ({
    outbox: storedItems(`${OUTBOX}${person}/`),
    wishes: storedItems(`${WISHES}${person}/`),
    drafts: storedItems(`${DRAFTS}${person}/`),
    composing: storedItems(`${COMPOSING}${person}/`),
    copy: loadedCopy(person),
  }),

  ofNobody: () => ({
    outbox: noItems(),
    wishes: noItems(),
    drafts: noItems(),
    composing: noItems(),
    copy: NO_COPY,
  }),

  async signedIn(person) {
    storedItems<string>(SIGNED_IN_KEY).put('', person);
    for (const prefix of [...UNSENT, ...BEGUN, EMOJI_KEY]) clearAllBut(prefix, person);
    await deleteDatabases((name) => name !== databaseName(person));
  },

  async wipe({ keepsUnsent }) {
    for (const prefix of [SIGNED_IN_KEY, ...BEGUN, EMOJI_KEY]) storedItems(prefix).clear();
    if (!keepsUnsent) for (const prefix of UNSENT) storedItems(prefix).clear();
    await deleteDatabases(() => true);
  },

  askToPersist() {
    // Once for each page: some browsers put the question to the person.
    if (hasAskedToPersist) return;
    hasAskedToPersist = true;
    // Only there on a site that the browser takes for secure; and whatever it answers, there is nothing else to do.
    navigator.storage?.persist?.().catch(() => {});
  },
};

function theOnlyItem(): [string, string] | undefined {
  return storedItems<string>(SIGNED_IN_KEY).all()[0];
}

function clearAllBut(prefix: string, person: string): void {
  const items = storedItems(prefix);
  for (const [key] of items.all()) if (!key.startsWith(`${person}/`)) items.delete(key);
}

async function deleteDatabases(isMeant: (name: string) => boolean): Promise<void> {
  try {
    const all = await indexedDB.databases();
    const ours = all.flatMap(({ name }) => (name?.startsWith(DATABASE) && isMeant(name) ? [name] : []));
    await Promise.all(ours.map((name) => deleteDatabase(name)));
  } catch {
    // A browser that can't list them, or lets this page keep nothing.
  }
}
