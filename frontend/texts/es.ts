import type { Texts } from './en.ts';
import { app } from './es/app.ts';
import { conversation } from './es/conversation.ts';
import { sidebar } from './es/sidebar.ts';

/** Every text of the pages, in Spanish. */
export const texts: Texts = { app, conversation, sidebar };
