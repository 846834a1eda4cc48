import { actsOnMessages } from './acts-on-messages.ts';
import { exportsConversations } from './exports.ts';
import { farDownTheList } from './far-down-the-list.ts';
import { keepsSides } from './keeps-sides.ts';
import { longConversations } from './long-conversations.ts';
import { onOneSystem } from './on-one-system.ts';
import { searches } from './searches.ts';
import { textAndEmoji } from './text-and-emoji.ts';

/** What people do in conversations, and with them. */
onOneSystem(
  textAndEmoji,
  keepsSides,
  farDownTheList,
  longConversations,
  searches,
  actsOnMessages,
  exportsConversations,
);
