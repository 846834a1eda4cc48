import type { CommonPasswords } from '../chat/account-ports.ts';
import { commonPasswords as listed } from '../passwords/common-passwords.ts';

export const commonPasswords: CommonPasswords = listed();
