import { nameFrom } from '../../protocol/names.ts';
import { networkOf } from '../network-of.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { takeTurn } from '../take-turn.ts';
import { perHour } from '../throttle-limits.ts';
import type { Tries } from '../throttle-ports.ts';

/** After the free tries, each one doubles the time until the next, from this on. */
const FIRST_DELAY_MS = 1_000;

/** Who is locked out by somebody else is so for at most this long. */
const MAX_DELAY_MS = 15 * 60_000;

/** Wrong passwords of yesterday are no reason to let somebody wait today. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** Each round that is lost is one that somebody else has won, who has fewer and fewer to win. */
const MAX_ROUNDS = 100;

type GuardPorts = Pick<Chat, 'throttle' | 'throttleLimits' | 'caller' | 'clock'>;

/** Something that is known to one person, and may be guessed by others. */
export interface Guess {
  /** What is asked for. Each has its own counters. */
  readonly what: 'password' | 'recovery-code' | 'second-factor' | 'passkey';
  /** Whose, as it was typed: whether anybody has the name makes no difference. */
  readonly account: string;
  /**
   * By what whoever tries is known to belong to that account already: a session of it, or a device in which its person
   * has logged in. Absent for strangers.
   */
  readonly known?: string | undefined;
}

/** A guess that may be made, and has been counted. */
export interface CountedGuess {
  readonly key: string;
  /** The bucket that strangers share, where it is one of theirs. */
  readonly shared?: string;
  /** Whether it is the one after which the next has to wait for the first time. */
  readonly isLastFree: boolean;
  readonly before: Tries;
  readonly counted: Tries;
}

/**
 * Counts a guess before it is looked at, so that of many at the same time each counts, and none costs more than a look.
 * Those who are known count for themselves alone: no stranger can keep them out. Call `clearTries` if it was right.
 * @throws Refusal `too-many-tries`, with when to try again
 */
export async function guardTry(chat: GuardPorts, guess: Guess): Promise<CountedGuess> {
  const name = nameFrom(guess.account) ?? '';
  const network = networkOf(chat.caller.address);
  const account = `${guess.what}#${name}`;
  if (guess.known !== undefined) return countTry(chat, `${account}#known#${guess.known}`);

  const tried = await countTry(chat, `${account}#from#${network}`);
  try {
    const { triesPerHourAndAddress, triesPerHourAndAccount, triesPerHour } = chat.throttleLimits;
    await takeTurn(chat, `tries#from#${network}`, perHour(triesPerHourAndAddress), 'too-many-tries');
    await takeTurn(chat, account, perHour(triesPerHourAndAccount), 'too-many-tries');
    await takeTurn(chat, 'tries', perHour(triesPerHour), 'too-many-tries');
  } catch (error) {
    // Others have used it up: that must not lengthen how long this one waits.
    await chat.throttle.replaceTries(tried.key, tried.counted, tried.before);
    throw error;
  }
  return { ...tried, shared: account };
}

/**
 * Forgets the wrong guesses of whoever was right now, and counts this one for nobody at that account. What is counted for
 * an address stays: whoever guesses may well have an account of their own.
 */
export async function clearTries(
  { throttle, throttleLimits, clock }: Pick<Chat, 'throttle' | 'throttleLimits' | 'clock'>,
  { key, shared }: CountedGuess,
): Promise<void> {
  const { eachMs } = perHour(throttleLimits.triesPerHourAndAccount);
  if (shared !== undefined) await throttle.pour(shared, -eachMs, clock.now());
  const cleared = { ...NO_TRIES, forgottenAt: clock.now() };
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (await throttle.replaceTries(key, await throttle.tries(key), cleared)) return;
  }
}

const NO_TRIES: Tries = { count: 0, nextAt: 0, forgottenAt: 0 };

async function countTry({ throttle, throttleLimits, clock }: GuardPorts, key: string): Promise<CountedGuess> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const now = clock.now();
    const kept = await throttle.tries(key);
    const before = kept && kept.forgottenAt > now ? kept : NO_TRIES;
    // A free one waits for nothing, though by the clock of another machine, or a moment's reading, the last is still to come.
    if (before.count >= throttleLimits.freeTries && before.nextAt > now)
      throw new Refusal('too-many-tries', { retryAfterMs: before.nextAt - now });
    const count = before.count + 1;
    const delayMs = delayAfter(count - throttleLimits.freeTries);
    const counted = { count, nextAt: now + delayMs, forgottenAt: now + FORGOTTEN_AFTER_MS };
    if (await throttle.replaceTries(key, kept, counted))
      return { key, isLastFree: count === throttleLimits.freeTries, before, counted };
  }
  throw new Refusal('busy');
}

/** @param dear how many were tried beyond those that cost no waiting */
function delayAfter(dear: number): number {
  return dear < 0 ? 0 : Math.min(FIRST_DELAY_MS * 2 ** dear, MAX_DELAY_MS);
}
