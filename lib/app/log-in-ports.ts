import type { Invocation } from '../edge/invocation.ts';
import { accountStore } from './account-store.ts';
import { auditing } from './audit.ts';
import { sockets } from './sockets.ts';
import { clock, random } from './system.ts';
import { throttleLimits } from './throttle-limits.ts';

/** What is behind the ports of whoever lets somebody in, by whatever they show, in an invocation. */
export function logInPorts(invocation: Invocation) {
  const ofProcess = { ...accountStore, push: sockets, throttleLimits, clock, random };
  return { ...ofProcess, ...invocation, ...auditing(invocation) };
}
