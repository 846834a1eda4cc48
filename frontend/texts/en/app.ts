/** What stands around the pages: connection, waiting, what is not there. */
export const app = {};
