import type { Invocation } from '../edge/invocation.ts';
import { logInPorts } from './log-in-ports.ts';
import { passwords } from './passwords.ts';

/** The same, for whoever asks for passwords, or makes them: what checks them is a tenth of a bundle. */
export function accountPorts(invocation: Invocation) {
  return { ...logInPorts(invocation), passwords };
}
