import { plural } from '../plural.ts';

/** The lists of conversations and people, what stands beside them while nothing is open, and the shortcuts. */
export const sidebar = {
  you: 'You',
  settings: 'Settings',
  shortcuts: 'Keyboard shortcuts',

  findPeople: 'Find people',
  findPeopleAndMessages: 'Find people and messages',
  found: (people: number) => plural('en', people, { one: '# person found', other: '# people found' }),
  peopleFound: 'People found',
  nobodyFound: (query: string) => `Nobody’s name begins with “${query}”.`,
  nobodyFoundHint: 'They may not be here yet. Send them this address:',

  conversations: 'Conversations',
  noConversations: 'No conversations yet',
  noConversationsHint: 'Choose somebody from the list of people, or find them by name, and say hello.',
  olderConversations: 'Older conversations',
  /** What a count stands for. */
  unread: (count: number) => plural('en', count, { one: '# unread message', other: '# unread messages' }),
  typing: 'writing…',
  markedUnread: 'Marked as unread',
  pinned: 'Pinned',
  muted: 'Muted',
  archived: 'Archived',
  requests: 'Message requests',
  backToAll: 'Back to all conversations',
  noteToSelf: 'Note to self',
  sending: 'Not sent yet',
  previews: {
    mine: (text: string) => `You: ${text}`,
    failed: (text: string) => `Not sent: ${text}`,
  },

  people: 'People',
  nobodyHere: 'Nobody else is here yet',
  nobodyHereHint: 'Send this address to somebody with whom you want to write:',
  morePeople: 'More people',
  copyLink: 'Copy address',
  copied: 'Copied.',

  chooseSomebody: 'Whom do you want to write to?',
  chooseSomebodyHint: 'Choose a conversation, or find somebody by name.',
  findHint: 'finds people from anywhere',

  /** As they are printed on the keyboards of the language. */
  keyNames: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    escape: 'Esc',
    enter: 'Enter',
    home: 'Home',
    end: 'End',
  },
};
