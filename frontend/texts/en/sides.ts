import { isolated } from '../isolated.ts';
import { plural } from '../plural.ts';

/** What one can do about a conversation, about somebody new, and about what others may know. */
export const sides = {
  menu: 'Conversation',
  pin: 'Pin',
  unpin: 'Unpin',
  mute: 'Mute…',
  unmute: 'Unmute',
  muteHour: 'For one hour',
  muteHours: (hours: number) => plural('en', hours, { one: 'For # hour', other: 'For # hours' }),
  muteForEver: 'For ever',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  markUnread: 'Mark as unread',
  block: 'Block',
  unblock: 'Unblock',
  export: 'Export…',
  report: 'Report',
  cancel: 'Cancel',
  blockQuestion: (person: string) => `Block ${isolated(person)}?`,
  blockMeans:
    'They are not told. You don’t see what they write from then on, and get no notification of it; they don’t see when you are here. You can unblock them at any time.',
  reportQuestion: (person: string) => `Report ${isolated(person)}?`,
  reportMeans: 'Those who run this chat get the newest of their messages to read. They are not told.',
  reportMessageQuestion: (person: string) => `Report this message of ${isolated(person)}?`,
  reportWhy: 'What is it about?',
  reportReasons: {
    spam: 'Advertising or fraud',
    abuse: 'Insults or harassment',
    threat: 'A threat or danger',
    other: 'Something else',
  },
  reportNote: 'A note for those who read it (optional)',
  blockToo: 'Block as well',
  isGone: 'This account has been deleted.',
  goneMeans: 'What they wrote is gone; what you wrote is still here. Nothing more can be sent.',
  isBlocked: (person: string) => `You have blocked ${isolated(person)}.`,
  requestFrom: (person: string, name: string) => `${isolated(person)} (${name}) wants to write with you.`,
  requestMeans: 'They don’t see that you have read this, or that you are here, until you accept.',
  accept: 'Accept',

  privacy: 'Privacy',
  receipts: 'Show when I have read messages',
  receiptsHint: 'If this is off, you don’t see either when others have read yours.',
  presence: 'Show when I am here, and when I last was',
  presenceHint: 'If this is off, you don’t see it of others either.',
  privacyFailed: 'This could not be changed.',
  blockedPeople: 'Blocked people',
  nobodyBlocked: 'You have blocked nobody.',
  sound: 'Play a sound when a message comes',
  refused: 'This could not be done.',
};

export type SidesTexts = typeof sides;
