import { pushApi } from '../net/push-api.ts';
import { settingsTexts } from '../settings/settings-texts.ts';
import { language, onLanguageChange } from '../texts/language.ts';
import { forgetForWorker, keepForWorker } from './kept-for-worker.ts';
import { createNotifications } from './notifications.ts';
import { browserDevice } from './push-device.ts';
import { browserWish } from './wish.ts';

let told: { readonly pushKey: string; readonly hidesContent: boolean } | undefined;

async function tellWorker(settings: typeof told): Promise<void> {
  told = settings;
  try {
    await (settings ? keepForWorker(caches, { ...settings, ...wordsForWorker() }) : forgetForWorker(caches));
  } catch {
    // Then the worker does with what it knows, in English.
  }
}

function wordsForWorker() {
  const { tag, direction } = language();
  return { tag, direction, newMessage: settingsTexts(tag).notifications.newMessage };
}

/** The notifications of the browser that the page is in. */
export const notifications = createNotifications({
  api: pushApi,
  device: browserDevice,
  wish: browserWish,
  tellWorker,
});

onLanguageChange(() => {
  if (told) void tellWorker(told);
});
