import type { ChangePreferences } from '../protocol/client-frames.ts';
import type { PreferencesChanged } from '../protocol/server-frames.ts';
import type { ConnectionIdentity } from './connection-ports.ts';
import type { Chat } from './ports.ts';
import { hideOthersPresence, hidePresence } from './presence.ts';
import type { pushFrames } from './push-frames.ts';
import { tellOwnDevices, toPreferences } from './side.ts';
import { NEW_PREFERENCES } from './side-ports.ts';

/**
 * Changes what others may know of the sender, and tells their other devices. What others were told of receipts they
 * keep; of presence nobody is told anything more.
 */
export async function changePreferences(
  chat: Pick<Chat, 'preferences' | 'clock'> & Parameters<typeof pushFrames>[0],
  sender: ConnectionIdentity,
  { id, readReceipts, presence }: ChangePreferences,
): Promise<PreferencesChanged> {
  const { person } = sender;
  await chat.preferences.change(person, {
    ...(readReceipts !== undefined && { readReceipts }),
    ...(presence !== undefined && { presence }),
  });
  if (presence === false) {
    await hidePresence(chat, await chat.watches.of(person, chat.clock.now()));
    await hideOthersPresence(chat, person);
  }
  const [kept = NEW_PREFERENCES] = await chat.preferences.of([person]);
  const preferences = toPreferences(kept);
  await tellOwnDevices(chat, sender, { action: 'preferences-changed', preferences });
  return { action: 'preferences-changed', id, preferences };
}
