/** What stands around the pages: connection, waiting, what is not there. */
export const app = {
  newVersion: {
    isThere: 'A new version is there.',
    take: 'Reload',
  },
};
