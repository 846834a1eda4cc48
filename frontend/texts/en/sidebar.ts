import { plural } from '../plural.ts';

/** The lists of conversations and people, what stands beside them while nothing is open, and the shortcuts. */
export const sidebar = {
  you: 'You',

  conversations: 'Conversations',
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
};
