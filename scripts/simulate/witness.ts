import type { ClientFrame } from '../../lib/protocol/client-frames.ts';
import type { ServerFrame, StoredEntry } from '../../lib/protocol/server-frames.ts';
import type { Marks } from '../../lib/protocol/side.ts';
import type { Page } from './page.ts';
import type { Scheduler } from './scheduler.ts';

/** What every ping writes, and nobody wants to read. */
const RENEWALS = ['connections.hold', 'watches.add'];

/** A message that somebody wrote at a page. */
export interface Typed {
  readonly clientId: string;
  readonly text: string;
  readonly tab: string;
  readonly page: string;
  readonly from: string;
  readonly to: string;
  /** Whoever logs out forgets what was not sent; it may be stored all the same. */
  mayBeForgotten: boolean;
}

/** Something that was told to be stored. */
export interface Answer extends StoredEntry {
  readonly from: string;
  readonly with: string;
}

/** What was seen from the outside while it ran; moments are counted, not timed. */
export class Witness {
  readonly typed: Typed[] = [];
  readonly answers: Answer[] = [];
  /** When a frame first left with it. */
  readonly sentAt = new Map<string, number>();
  readonly answeredAt = new Map<string, number>();
  /** What went wrong while it ran. */
  readonly failures: string[] = [];
  /** What happened, for people; kept only if they are going to read it. */
  readonly history: string[] = [];
  readonly #scheduler: Scheduler;
  readonly #keepsHistory: boolean;
  readonly #beganAt: number;
  #moment = 0;

  constructor(scheduler: Scheduler, keepsHistory: boolean) {
    this.#scheduler = scheduler;
    this.#keepsHistory = keepsHistory;
    this.#beganAt = scheduler.now;
  }

  failed(what: string): void {
    this.failures.push(what);
    this.note(`! ${what}`);
  }

  /** @param details are written down as JSON */
  note(what: string, details?: unknown): void {
    if (!this.#keepsHistory) return;
    const ms = Math.round(this.#scheduler.now - this.#beganAt);
    this.history.push(
      `${String(ms).padStart(9)}  ${what} ${details === undefined ? '' : JSON.stringify(details)}`,
    );
  }

  /** A frame has left a page. */
  sent(page: Page, frame: ClientFrame): void {
    this.#moment += 1;
    for (const clientId of clientIdsOf(frame)) {
      if (!this.sentAt.has(clientId)) this.sentAt.set(clientId, this.#moment);
    }
    if (frame.action !== 'ping') this.note(`${page.name} →`, frame);
  }

  /** A frame has come to a page. */
  received(page: Page, frame: ServerFrame, isPushed: boolean): void {
    this.#moment += 1;
    if (frame.action === 'stored') {
      for (const stored of frame.stored) {
        this.answers.push({ ...stored, from: page.person, with: frame.with });
        if (!this.answeredAt.has(stored.clientId)) this.answeredAt.set(stored.clientId, this.#moment);
      }
    }
    if (frame.action !== 'pong') this.note(`${page.name} ${isPushed ? '⇐' : '←'}`, frame);
  }

  /** Something was written to the store. */
  wrote(call: string, result: unknown): void {
    if (!RENEWALS.includes(call)) this.note(`    ${call}`, result);
  }

  /** Marks are as they are now; they never move back. */
  marked(whose: string, before: Marks | undefined, now: Marks): void {
    if (before && (now.received < before.received || now.read < before.read)) {
      this.failed(`marks went back: ${whose} from ${told(before)} to ${told(now)}`);
    }
  }
}

function told({ received, read }: Marks): string {
  return `received ${received}, read ${read}`;
}

function clientIdsOf(frame: ClientFrame): readonly string[] {
  if (frame.action === 'send-message') return frame.messages.map(({ clientId }) => clientId);
  return 'clientId' in frame ? [frame.clientId] : [];
}
