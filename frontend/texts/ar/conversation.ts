import type { Texts } from '../en.ts';

export const conversation: Texts['conversation'] = {};
