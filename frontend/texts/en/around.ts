import { isolated } from '../isolated.ts';
import { number, plural } from '../plural.ts';

/** What comes a moment after the lists and the conversation: what stands around them, and the list of people. */
export const around = {
  skipToMessages: 'Skip to messages',
  skipToConversations: 'Skip to conversations',
  notFound: 'There is nothing here',
  notFoundHint: 'The address may be mistyped, or what was here is gone.',
  goToConversations: 'Go to your conversations',
  connection: {
    offline: 'No network connection. What you write is kept, and sent later.',
    connecting: 'Connecting…',
    reconnecting: 'Reconnecting… What you write is kept, and sent then.',
    unreachable: 'The server can’t be reached; connecting goes on. What you write is kept, and sent then.',
    fragile: 'This browser keeps nothing: don’t close the page before your messages are sent.',
  },
  newVersion: {
    isThere: 'A new version is there.',
    take: 'Reload',
    later: 'Later',
  },

  settings: 'Settings',
  shortcuts: 'Keyboard shortcuts',
  starred: 'Starred messages',
  findPeople: 'Find people',
  findPeopleAndMessages: 'Find people and messages',
  found: (people: number) => plural('en', people, { one: '# person found', other: '# people found' }),
  peopleFound: 'People found',
  nobodyFound: (query: string) => `Nobody’s name begins with “${query}”.`,
  nobodyFoundHint: 'They may not be here yet. Send them this address:',
  noConversations: 'No conversations yet',
  noConversationsHint: 'Choose somebody from the list of people, or find them by name, and say hello.',
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

  emoji: 'Emoji',
  beginning: (person: string) => `This is the beginning of what you and ${isolated(person)} have written.`,
  nothingYet: (person: string) => `Say hello to ${isolated(person)}`,
  nothingYetHint: 'Your message is there at once, or waits until they are back.',
  earlierFailed: 'Earlier messages could not be loaded.',
  online: 'online',
  lastSeen: (day: string, time: string) => `last seen ${day} at ${time}`,
  /** Read out once when it begins. */
  isTyping: (person: string) => `${isolated(person)} is writing`,
  noteToSelfHint: 'Only you can read what you write here.',
  menu: 'Settings of this conversation',
  toLatest: 'To the latest message',
  newMessages: (count: number) => plural('en', count, { one: '# new message', other: '# new messages' }),
  /** Read out when one has come. */
  hasWritten: (person: string, text: string) => `${isolated(person)}: ${text}`,
  hasReacted: (person: string, emoji: string, text: string) =>
    `${isolated(person)} reacted with ${emoji} to: ${text}`,
  haveCome: (person: string, count: number) => `${number('en', count)} new messages from ${isolated(person)}`,

  notSent: (why: string) => `Not sent. ${why}`,
  discard: 'Discard',
  tooLong: (by: number) =>
    plural('en', by, { one: 'One character too long to send.', other: '# characters too long to send.' }),
  charactersLeft: (left: number) =>
    plural('en', left, { one: 'One character left', other: '# characters left' }),

  tryAgainIn: (when: string) => `Try again ${when}.`,
};

export type AroundTexts = typeof around;
