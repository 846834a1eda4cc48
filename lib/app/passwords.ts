import type { Passwords } from '../chat/account-ports.ts';
import { config } from '../config.ts';
import { bcryptPasswords } from '../passwords/bcrypt.ts';

export const passwords: Passwords = bcryptPasswords(config.passwordCost);
