import { app } from './ar/app.ts';
import { conversation } from './ar/conversation.ts';
import { sidebar } from './ar/sidebar.ts';
import type { Texts } from './en.ts';

/** Every text of the pages, in Arabic. */
export const texts: Texts = { app, conversation, sidebar };
