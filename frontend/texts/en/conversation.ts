import { isolated } from '../isolated.ts';
import { number, plural } from '../plural.ts';

/** An open conversation. */
export const conversation = {
  back: 'Back to conversations',
  messages: 'Messages',
  message: 'Message',
  writeTo: (person: string) => `Write to ${isolated(person)}`,
  send: 'Send',
  emoji: 'Emoji',
  tooLong: (by: number) =>
    plural('en', by, { one: 'One character too long to send.', other: '# characters too long to send.' }),
  charactersLeft: (left: number) =>
    plural('en', left, { one: 'One character left', other: '# characters left' }),

  you: 'You',
  saidBy: (person: string) => `${isolated(person)}:`,
  sending: 'Sending…',
  sent: 'Sent',
  received: 'Received',
  read: 'Read',
  starred: 'Starred',
  edited: 'edited',
  formerTexts: 'Show former texts',
  deleted: 'This message was deleted',
  forwarded: 'Forwarded',
  toQuoted: 'Go to the message that this answers',
  /** In place of a message that is answered, if it is not on the device. */
  notHeld: 'An earlier message',
  /** Who has reacted with an emoji. */
  reacted: (emoji: string, people: string) => `${emoji} from ${isolated(people)}`,
  notSent: (why: string) => `Not sent. ${why}`,
  tryAgain: 'Try again',
  discard: 'Discard',

  loading: 'Loading messages…',
  beginning: (person: string) => `This is the beginning of what you and ${isolated(person)} have written.`,
  nothingYet: (person: string) => `Say hello to ${isolated(person)}`,
  nothingYetHint: 'Your message is there at once, or waits until they are back.',
  earlierFailed: 'Earlier messages could not be loaded.',

  online: 'online',
  typing: 'writing…',
  lastSeen: (day: string, time: string) => `last seen ${day} at ${time}`,
  /** Read out once when it begins. */
  isTyping: (person: string) => `${isolated(person)} is writing`,
  noteToSelf: 'Note to self',
  noteToSelfHint: 'Only you can read what you write here.',
  menu: 'Settings of this conversation',
  unreadMessages: 'Unread messages',
  toLatest: 'To the latest message',
  newMessages: (count: number) => plural('en', count, { one: '# new message', other: '# new messages' }),
  /** Read out when one has come. */
  hasWritten: (person: string, text: string) => `${isolated(person)}: ${text}`,
  haveCome: (person: string, count: number) => `${number('en', count)} new messages from ${isolated(person)}`,
};
