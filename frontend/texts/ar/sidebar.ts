import type { Texts } from '../en.ts';

export const sidebar: Texts['sidebar'] = {};
