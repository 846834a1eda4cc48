import type { Page, PageRequest } from './page.ts';

/** What the chat needs of the world to write down what has happened to accounts, and never to change it again. */

export type AuditEvent =
  | 'registered'
  | 'logged-in'
  | 'log-in-refused'
  | 'throttled'
  | 'logged-out'
  | 'session-revoked'
  | 'password-changed'
  | 'recovery-codes-made'
  | 'recovered'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'passkey-added'
  | 'passkey-removed'
  | 'profile-changed'
  | 'reported'
  | 'report-closed'
  | 'suspended'
  | 'restored'
  | 'looked-up'
  | 'deletion-asked'
  | 'erased';

/** Whence somebody asks. */
export interface Caller {
  /** IP address, as far as it can be trusted: docs/operations.md says how far that is. */
  readonly address?: string | undefined;
  /** What the browser says of itself, shortened. Anybody can say anything. */
  readonly device?: string | undefined;
}

/** Never a password, a token, a code or what a message says. */
export interface AuditRecord extends Caller {
  /** ms since 1970 */
  readonly at: number;
  readonly event: AuditEvent;
  /** Whose account it is about; left out where nobody has the name that was typed, which may well be a password. */
  readonly person?: string;
  /** Who did it, if not that person: `operator:<user>`. */
  readonly by?: string;
  /** How its session's id begins: enough to tell it from others, not enough to use it. */
  readonly session?: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** What the application may do: write down, once. It can neither read, change nor remove a record. */
export interface Audit {
  record(record: AuditRecord): Promise<void>;
}

/** What an operator may do: read. Each record is kept for AUDIT_KEPT_MS. */
export interface AuditTrail {
  /**
   * What is recorded of a person, the latest first.
   * @throws Refusal `invalid-request` for a cursor that is not one.
   */
  of(person: string, page: PageRequest): Promise<Page<AuditRecord>>;
  /**
   * What is recorded of everybody, the latest first; the newest MAY be missing.
   * @param span ms since 1970, both inclusive
   * @throws Refusal `invalid-request` for a cursor that is not one.
   */
  recent(
    span: { readonly since: number; readonly until: number },
    page: PageRequest,
  ): Promise<Page<AuditRecord>>;
}

/** A year and a month: long enough to compare with the same season, and what is found out late. */
export const AUDIT_KEPT_MS = 400 * 24 * 60 * 60_000;
