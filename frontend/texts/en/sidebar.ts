/** The lists of conversations and people. */
export const sidebar = {};
