import type { Texts } from '../en.ts';

export const account: Texts['account'] = {
  notices: {
    'session-over': 'Se ha cerrado tu sesión. Inicia sesión para continuar.',
  },
};
