/** What stands around the pages: connection, waiting, what is not there, what all pages have. */
export const app = {
  name: 'Chat',
  titleOf: (page: string) => `${page} – Chat`,
  titleWithUnseen: (title: string, unseen: number) => `(${unseen}) ${title}`,

  skipToMessages: 'Skip to messages',
  skipToConversations: 'Skip to conversations',

  opening: 'Opening…',
  openingTakesLong: 'This takes longer than usual. The page is waiting for the server’s answer.',
  notConnected: 'Not connected',
  keepsTrying: 'This page keeps trying, and goes on by itself.',
  reload: 'Reload the page',
  tryAgain: 'Try again',
  codeMissing: 'A part of this page is missing',
  codeMissingHint:
    'It could not be loaded. The network may be gone, or a newer version has just been put in place.',
  codeMissingOnForm: 'A part of this page could not be loaded. Is the network there? If so, reload the page.',

  notFound: 'There is nothing here',
  notFoundHint: 'The address may be mistyped, or what was here is gone.',
  goToConversations: 'Go to your conversations',

  loading: 'Loading…',
  couldNotLoad: 'This could not be loaded.',

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
  },
};
