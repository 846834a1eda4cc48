/** What stands around the pages: connection, waiting, what is not there, what all pages have. */
export const app = {
  name: 'Chat',
  titleOf: (page: string) => `${page} – Chat`,
  titleWithUnseen: (title: string, unseen: number) => `(${unseen}) ${title}`,

  opening: 'Opening…',
  openingTakesLong: 'This takes longer than usual. The page is waiting for the server’s answer.',
  notConnected: 'Not connected',
  keepsTrying: 'This page keeps trying, and goes on by itself.',
  unreachable: 'The server can’t be reached. Is the network there?',
  serverTrouble: 'Something went wrong on the server. Try again.',
  reload: 'Reload the page',
  tryAgain: 'Try again',
  codeMissing: 'A part of this page is missing',
  codeMissingHint:
    'It could not be loaded. The network may be gone, or a newer version has just been put in place.',
  codeMissingOnForm: 'A part of this page could not be loaded. Is the network there? If so, reload the page.',

  loading: 'Loading…',
  couldNotLoad: 'This could not be loaded.',
};
