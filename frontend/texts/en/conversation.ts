import { isolated } from '../isolated.ts';

/** An open conversation. */
export const conversation = {
  back: 'Back to conversations',
  messages: 'Messages',
  message: 'Message',
  writeTo: (person: string) => `Write to ${isolated(person)}`,
  send: 'Send',

  you: 'You',
  saidBy: (person: string) => `${isolated(person)}:`,
  sending: 'Sending…',
  sent: 'Sent',
  received: 'Received',
  read: 'Read',
  starred: 'Starred',
  edited: 'edited',
  formerTexts: 'Show former texts',
  goneAccount: 'Deleted account',
  deleted: 'This message was deleted',
  forwarded: 'Forwarded',
  toQuoted: 'Go to the message that this answers',
  /** In place of a message that is answered, if it is not on the device. */
  notHeld: 'An earlier message',
  /** Who has reacted with an emoji. */
  reacted: (emoji: string, people: string) => `${emoji} from ${isolated(people)}`,
  tryAgain: 'Try again',

  loading: 'Loading messages…',

  typing: 'writing…',
  noteToSelf: 'Note to self',
  unreadMessages: 'Unread messages',
};
