import { app } from './de/app.ts';
import { conversation } from './de/conversation.ts';
import { sidebar } from './de/sidebar.ts';
import type { Texts } from './en.ts';

/** Every text of the pages, in German. */
export const texts: Texts = { app, conversation, sidebar };
