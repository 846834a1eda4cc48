/** Logging in and making an account. */
export const account = {
  notices: {
    'session-over': 'You have been logged out. Log in to go on.',
  },
};
