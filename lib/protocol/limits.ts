/** Limits that both sides of the wire keep. Where a number is not ours, its source is named. */

export const MAX_NAME_CHARACTERS = 32;
export const MIN_NAME_CHARACTERS = 3;
export const MAX_DISPLAY_NAME_CHARACTERS = 50;
export const MAX_ABOUT_CHARACTERS = 140;
export const MIN_PASSWORD_CHARACTERS = 8;
export const MAX_PASSWORD_CHARACTERS = 128;

/** Counted in Unicode code points, so that an emoji outside the basic plane is one, as people see it. */
export const MAX_TEXT_CHARACTERS = 4_000;

/** What somebody may add to a report, in the same characters. */
export const MAX_REPORT_NOTE_CHARACTERS = 500;

/** API Gateway cuts a WebSocket frame off at 32 KB; the same bound holds on every runtime. */
export const MAX_FRAME_BYTES = 32 * 1024;

/** What is typed while a frame is in flight goes together in the next one, up to this many messages. */
export const MAX_MESSAGES_PER_FRAME = 10;

/** A client further behind the end of a conversation than this is told to catch up before it may send. */
export const MAX_ENTRIES_BEHIND = 100;

/** Devices that a person may have told of messages while their pages are closed. */
export const MAX_PUSH_SUBSCRIPTIONS = 10;

/** Messages that one frame may star, or delete for its sender. */
export const MAX_ENTRIES_PER_CHANGE = 100;

/** Messages of one conversation that a person may have starred, and have deleted for themselves: a row has 400 KB at most. */
export const MAX_STARRED = 5_000;
export const MAX_HIDDEN = 20_000;

/** More than anybody has devices, and each is a way in. */
export const MAX_PASSKEYS = 20;

/** Long enough to find one's security key, and for nothing else. */
export const PASSKEY_CHALLENGE_LIFETIME_MS = 5 * 60_000;

export const MAX_PINNED = 20;
export const MAX_BLOCKED = 500;

/** As many are made at a time. */
export const RECOVERY_CODES = 10;

/** In base64, that many fit into a request body; a picture of 192 px has some 8 kB. */
export const MAX_PICTURE_BYTES = 24_000;
export const MAX_PICTURE_PIXELS = 512;

export const PEOPLE_PER_PAGE = 50;
export const CONVERSATIONS_PER_PAGE = 20;
export const ENTRIES_PER_PAGE = 50;
export const STARRED_PER_PAGE = 50;

/** How many of its newest entries come with each conversation of a list. */
export const RECENT_ENTRIES = 20;

/** OWASP asks for 30 s at most: long enough to open one socket, too short to be worth stealing. */
export const TICKET_LIFETIME_MS = 30_000;

/** Marks of one conversation are sent together, at most one frame in this time. */
export const MARK_INTERVAL_MS = 2_000;

/** Whoever goes on writing says so again after this long; whoever does not is shown as writing for a little longer. */
export const TYPING_INTERVAL_MS = 3_000;
export const TYPING_LASTS_MS = 5_000;

/** A connection counts as live this long after its `$connect` or last `ping`. */
export const LEASE_MS = 10 * 60_000;

/** API Gateway closes a socket after 10 idle minutes; two pings may be lost before that happens. */
export const PING_INTERVAL_MS = 4 * 60_000;
