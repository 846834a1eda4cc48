import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { SESSION_LIFETIME, SHARED_SESSION_LIFETIME } from '../../lib/chat/accounts/sessions.ts';
import * as clientFrames from '../../lib/protocol/client-frames.ts';
import { ERRORS } from '../../lib/protocol/errors.ts';
import * as limits from '../../lib/protocol/limits.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../lib/protocol/socket.ts';

const KB = 1_024;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const document = readFileSync(new URL('../../PROTOCOL.md', import.meta.url), 'utf8');
/** The same, however its lines are broken. */
const flowing = document.replaceAll(/\s+/g, ' ');

/** The text from a heading to the next one. */
function section(heading: string): string {
  const [, text] = document.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`PROTOCOL.md has no section "${heading}".`);
  return text.split('\n## ')[0] ?? '';
}

describe('the errors of PROTOCOL.md', () => {
  /** Each row of the table: one code or several, and their status. */
  const rows = [...section('Errors').matchAll(/^\| (`[^|]+`) \| (\d{3}) \|/gm)];
  const documented = Object.fromEntries(
    rows.flatMap(([, codes = '', status]) =>
      [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => [code, Number(status)]),
    ),
  );

  test('are those of lib/protocol/errors.ts, each with its status', () => {
    const known = Object.fromEntries(Object.entries(ERRORS).map(([code, { status }]) => [code, status]));
    expect(documented).toEqual(known);
  });

  test('have a sentence for people each, which is of no use to an attacker', () => {
    for (const { message } of Object.values(ERRORS)) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(message).not.toMatch(/dynamo|lambda|table|stack|undefined/i);
    }
  });

  test('of the requests are errors that there are', () => {
    const rowsOfRequests = [
      ...section('HTTP').matchAll(/^\| `(?:GET|POST) [^|]+\|[^|]*\|[^|]*\|([^|]*)\|$/gm),
    ];
    const codes = rowsOfRequests.flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code),
    );
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(Object.keys(ERRORS)).toContain(code);
  });
});

describe('the limits of PROTOCOL.md', () => {
  const number = (value: number) => value.toLocaleString('en');
  const SENTENCES: [keyof typeof limits, string][] = [
    [
      'MIN_NAME_CHARACTERS',
      `${limits.MIN_NAME_CHARACTERS} to ${limits.MAX_NAME_CHARACTERS} of \`a-z 0-9 _ -\``,
    ],
    ['MAX_NAME_CHARACTERS', `to ${limits.MAX_NAME_CHARACTERS} of \`a-z 0-9 _ -\``],
    [
      'MAX_DISPLAY_NAME_CHARACTERS',
      `1 to ${limits.MAX_DISPLAY_NAME_CHARACTERS} characters, no control characters`,
    ],
    ['MAX_ABOUT_CHARACTERS', `one line of at most ${limits.MAX_ABOUT_CHARACTERS} characters`],
    ['MAX_PICTURE_BYTES', `WebP of at most ${number(limits.MAX_PICTURE_BYTES)} bytes`],
    ['MAX_PICTURE_PIXELS', `${limits.MAX_PICTURE_PIXELS} × ${limits.MAX_PICTURE_PIXELS} pixels`],
    [
      'MIN_PASSWORD_CHARACTERS',
      `\`password\` (${limits.MIN_PASSWORD_CHARACTERS} to ${limits.MAX_PASSWORD_CHARACTERS} characters)`,
    ],
    ['MAX_PASSWORD_CHARACTERS', ` to ${limits.MAX_PASSWORD_CHARACTERS} characters)`],
    [
      'MAX_TEXT_CHARACTERS',
      `| a text | ${number(limits.MAX_TEXT_CHARACTERS)} characters, that is Unicode code points`,
    ],
    ['MAX_FRAME_BYTES', `| a frame or request body | ${limits.MAX_FRAME_BYTES / KB} KB of UTF-8`],
    ['MAX_MESSAGES_PER_FRAME', `| messages in a frame | ${limits.MAX_MESSAGES_PER_FRAME} |`],
    [
      'MAX_ENTRIES_BEHIND',
      `more than ${limits.MAX_ENTRIES_BEHIND} entries have been written since \`after\``,
    ],
    ['PEOPLE_PER_PAGE', `\`{ people: [person], next? }\` by name, ${limits.PEOPLE_PER_PAGE} a page`],
    ['CONVERSATIONS_PER_PAGE', `entries }], next? }\`, ${limits.CONVERSATIONS_PER_PAGE} a page`],
    ['ENTRIES_PER_PAGE', `\`{ entries, more, side?, theirs? }\`, ${limits.ENTRIES_PER_PAGE} a page`],
    ['STARRED_PER_PAGE', `then the newest first, ${limits.STARRED_PER_PAGE} a page`],
    ['MAX_ENTRIES_PER_CHANGE', `lists of at most ${limits.MAX_ENTRIES_PER_CHANGE} messages`],
    ['MAX_REPORT_NOTE_CHARACTERS', `\`note\`? of at most ${limits.MAX_REPORT_NOTE_CHARACTERS} characters`],
    ['MAX_STARRED', `kept to be found again (at most ${number(limits.MAX_STARRED)})`],
    ['MAX_HIDDEN', `deleted for you alone (at most ${number(limits.MAX_HIDDEN)})`],
    ['MAX_PINNED', `at most ${limits.MAX_PINNED} conversations are`],
    ['MAX_PASSKEYS', `A person has at most ${limits.MAX_PASSKEYS}.`],
    [
      'PASSKEY_CHALLENGE_LIFETIME_MS',
      `within ${limits.PASSKEY_CHALLENGE_LIFETIME_MS / MINUTE_MS} minutes and in the same browser`,
    ],
    ['MAX_BLOCKED', `at most ${limits.MAX_BLOCKED} people are`],
    ['RECOVERY_CODES', `| recovery codes | ${limits.RECOVERY_CODES} at a time, each good once |`],
    ['MARK_INTERVAL_MS', `at most every ${limits.MARK_INTERVAL_MS / SECOND_MS} seconds for a conversation`],
    [
      'TYPING_INTERVAL_MS',
      `at most every ${limits.TYPING_INTERVAL_MS / SECOND_MS} seconds while somebody writes`,
    ],
    ['TYPING_LASTS_MS', `show it for ${limits.TYPING_LASTS_MS / SECOND_MS} seconds, or until an entry comes`],
    ['RECENT_ENTRIES', `each with its newest ${limits.RECENT_ENTRIES} entries`],
    [
      'MAX_PUSH_SUBSCRIPTIONS',
      `| a person's devices with pushes | ${limits.MAX_PUSH_SUBSCRIPTIONS}; of more`,
    ],
    ['TICKET_LIFETIME_MS', `| a ticket | once, ${limits.TICKET_LIFETIME_MS / SECOND_MS} s |`],
    [
      'LEASE_MS',
      `| a connection's lease | ${limits.LEASE_MS / MINUTE_MS} minutes from its opening or last \`ping\``,
    ],
    ['PING_INTERVAL_MS', `Send one every ${limits.PING_INTERVAL_MS / MINUTE_MS} minutes`],
  ];

  test.each(SENTENCES)('%s: "%s"', (_, sentence) => {
    expect(flowing).toContain(sentence);
  });

  test('have all of lib/protocol/limits.ts among them', () => {
    expect(SENTENCES.map(([name]) => name).sort()).toEqual(Object.keys(limits).sort());
  });

  test('have the lifetime of a session', () => {
    const { idleMs, absoluteMs } = SESSION_LIFETIME;
    const { idleMs: sharedIdleMs, absoluteMs: sharedAbsoluteMs } = SHARED_SESSION_LIFETIME;
    expect(flowing).toContain(
      `| a session | ${idleMs / DAY_MS} days without use, ${absoluteMs / DAY_MS} days in any case; on a shared computer, ${sharedIdleMs / HOUR_MS} and ${sharedAbsoluteMs / HOUR_MS} hours |`,
    );
  });

  test('say the same of a text, a ticket and messages further up as in the table', () => {
    expect(flowing).toContain(`1 to ${number(limits.MAX_TEXT_CHARACTERS)} characters (Unicode code points)`);
    expect(flowing).toContain(`It is good once, for ${limits.TICKET_LIFETIME_MS / SECOND_MS} seconds`);
    expect(flowing).toContain(`1 to ${limits.MAX_MESSAGES_PER_FRAME} messages to one person`);
  });
});

/** The schemas of the frames from the client, by their actions. */
const SCHEMAS = new Map(
  Object.values(clientFrames).map((schema) => [
    schema.entries.action.literal as string,
    schema as v.GenericSchema,
  ]),
);

describe('the examples of PROTOCOL.md', () => {
  /** An ellipsis stands for the rest of an id; what is left of it is an id, too. */
  const examples = [...document.matchAll(/```json\n(.*?)```/gs)].map(
    ([, json = '']) => JSON.parse(json.replaceAll('…', '')) as { action?: string },
  );
  const example = (action: string) => examples.filter((frame) => frame.action === action);

  test('are JSON, and there is one of each frame', () => {
    const actions = examples.flatMap(({ action }) => action ?? []);
    const fromServer = [
      'entries',
      'error',
      'marked',
      'pong',
      'preferences-changed',
      'presence',
      'profile-changed',
      'receipt',
      'side-changed',
      'stored',
      'typing',
    ];
    expect(actions.sort()).toEqual([...fromServer, ...SCHEMAS.keys()].sort());
  });

  test('of frames from the client are accepted by the schemas, as they are', () => {
    for (const [action, schema] of SCHEMAS) {
      // Typing goes both ways; what comes from the server says with whom.
      const frames = example(action).filter((frame) => !(action === 'typing' && 'with' in frame));
      expect(frames.length).toBeGreaterThan(0);
      for (const frame of frames) expect(v.parse(schema, frame)).toEqual(frame);
    }
  });

  test('of an error have a code and a sentence that belong together', () => {
    const [{ code, message } = {}] = example('error') as { code?: string; message?: string }[];
    expect(message).toBe(ERRORS[code as keyof typeof ERRORS].message);
  });
});

test('PROTOCOL.md names the sub-protocols of the socket', () => {
  expect(document).toContain(
    `two sub-protocols: \`${PROTOCOL}\`, and \`${TICKET_PREFIX}\` followed by the ticket`,
  );
});
