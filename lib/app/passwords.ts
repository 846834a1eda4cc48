import type { Passwords } from '../chat/account-ports.ts';
import { config } from '../config.ts';
import { bcryptPasswords } from '../passwords/bcrypt.ts';
import { peppers } from './peppers.ts';

export const passwords: Passwords = bcryptPasswords({ cost: config.passwordCost, peppers });
