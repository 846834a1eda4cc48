import type { Preferences, PreferencesBody } from '../protocol/rest.ts';
import type { Chat, Session } from './ports.ts';
import { hideOthersPresence, hidePresence } from './presence.ts';

/** What others may know of somebody. */
export async function readPreferences(
  chat: Pick<Chat, 'preferences'>,
  person: string,
): Promise<Preferences & { readonly pinned: readonly string[] }> {
  const [kept] = await chat.preferences.of([person]);
  return {
    readReceipts: kept?.readReceipts ?? true,
    presence: kept?.presence ?? true,
    pinned: kept?.pinned ?? [],
  };
}

/** Changes what others may know. What they were told of receipts they keep; of presence nobody is told anything more. */
export async function changePreferences(
  chat: Pick<Chat, 'preferences'> & Parameters<typeof hidePresence>[0],
  { person }: Session,
  { readReceipts, presence }: PreferencesBody,
): Promise<void> {
  await chat.preferences.change(person, {
    ...(readReceipts !== undefined && { readReceipts }),
    ...(presence !== undefined && { presence }),
  });
  if (presence !== false) return;
  await hidePresence(chat, await chat.watches.of(person, chat.clock.now()));
  await hideOthersPresence(chat, person);
}
