import type { PushMessage } from '../protocol/push-message.ts';
import type { PushOutcome } from './connection-ports.ts';

/** What the chat needs of the world to reach people whose pages are closed. */

/** Where a device's browser takes what is for it while its pages are closed, and what that is encrypted with. */
export interface PushSubscription {
  readonly person: string;
  /** Its address at the browser's push service; whoever knows it can send there. */
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** Whether it shows just that there is something. */
  readonly hidesContent: boolean;
  /** With which it ends. */
  readonly session: string;
  /** ms since 1970 */
  readonly addedAt: number;
  /** ms since 1970; the end of its session. */
  readonly expiresAt: number;
}

export interface PushSubscriptions {
  /** Adds the subscription, or replaces that of the same person with the same endpoint. */
  add(subscription: PushSubscription): Promise<void>;
  remove(person: string, endpoint: string): Promise<void>;
  /** In any order, but for those that have expired. Unless `strong`, the newest ones MAY be missing. */
  of(person: string, now: number, options?: { strong: boolean }): Promise<PushSubscription[]>;
}

/** The push services of the browsers, which are all that is ever asked at a device's word. */
export interface PushServices {
  /** Whether the address is at one of them. */
  has(endpoint: string): boolean;
}

export interface Notifier {
  /**
   * Hands a message to the device's push service, encrypted for the device. Bounded in time; MUST NOT throw.
   * `delivered` says that the service has it; `gone` is certain: there is no such subscription (any more).
   * @param topic of several messages with the same one, a device that was away gets the last
   */
  notify(device: PushSubscription, message: PushMessage, topic: string): Promise<PushOutcome>;
}
