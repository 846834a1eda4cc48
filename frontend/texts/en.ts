import { app } from './en/app.ts';
import { conversation } from './en/conversation.ts';
import { sidebar } from './en/sidebar.ts';

/** Every text of the pages, in English. The other languages have the same shape. */
export const en = { app, conversation, sidebar };

/** What a language has to say: sentences, and functions that make sentences of what is put in. */
export type Texts = typeof en;
