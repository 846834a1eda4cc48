import type { Texts } from '../en.ts';

export const account: Texts['account'] = {
  notices: {
    'session-over': 'Du wurdest abgemeldet. Melde dich an, um weiterzumachen.',
  },
};
