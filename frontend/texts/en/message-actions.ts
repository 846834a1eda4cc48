import { plural } from '../plural.ts';

/** What can be done with messages: its menu, and what follows from that. */
export const actions = {
  toolbar: 'Act on this message',
  menu: 'Message menu',
  more: 'More',
  items: {
    reply: 'Reply',
    react: 'React…',
    copy: 'Copy text',
    edit: 'Edit',
    forward: 'Forward…',
    star: 'Star',
    report: 'Report…',
    delete: 'Delete…',
    discard: 'Discard',
  },
  unstar: 'Unstar',
  copied: 'Copied',
  notCopied: 'The browser does not allow it to be copied.',
  otherEmoji: 'Other emoji',

  replying: 'Reply to',
  editing: 'Edit message',
  cancel: 'Cancel',
  close: 'Close',

  deleteTitle: 'Delete this message?',
  deleteHint:
    'For everyone, its text is gone from both your devices and theirs. For you alone, they still have it.',
  deleteForMeHint: 'It goes from all of your devices. The other person still has it.',
  deleteForMe: 'Delete for me',
  deleteForBoth: 'Delete for everyone',

  formerTitle: 'Former texts',

  forwardTitle: 'Forward to',
  findPeople: 'Find somebody',
  forward: 'Forward',
  forwarded: (people: number) =>
    plural('en', people, { one: 'Forwarded to one person', other: 'Forwarded to # people' }),

  refused: {
    edit: (why: string) => `The message was not changed. ${why}`,
    deletion: (why: string) => `The message was not deleted. ${why}`,
    reaction: (why: string) => `The reaction was not kept. ${why}`,
  },

  starredTitle: 'Starred messages',
  starredPageTitle: 'Starred – chat',
  back: 'Back to conversations',
  loading: 'Loading…',
  nothingStarred: 'No message is starred yet. Star one in its menu, and it is found here again.',
  starredFailed: 'The starred messages could not be loaded.',
  tryAgain: 'Try again',
  moreStarred: 'More messages',
};

export type ActionTexts = typeof actions;
