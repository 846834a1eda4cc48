import type { Texts } from '../en.ts';

export const app: Texts['app'] = {};
