import type { Invocation } from '../edge/invocation.ts';
import { accountStore } from './account-store.ts';
import { auditing } from './audit.ts';
import { passwords } from './passwords.ts';
import { sockets } from './sockets.ts';
import { clock, random } from './system.ts';
import { throttleLimits } from './throttle-limits.ts';

/** What is behind the ports of whoever asks for passwords, or makes them, in an invocation. */
export function accountPorts(invocation: Invocation) {
  const ofProcess = { ...accountStore, passwords, push: sockets, throttleLimits, clock, random };
  return { ...ofProcess, ...invocation, ...auditing(invocation) };
}
