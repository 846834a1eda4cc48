import type { Texts } from '../en.ts';

export const account: Texts['account'] = {
  notices: {
    'session-over': 'تم تسجيل خروجك. سجّل الدخول للمتابعة.',
  },
};
