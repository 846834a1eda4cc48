import { MAX_FRAME_BYTES } from '../../lib/protocol/limits.ts';

const MESSAGE = { clientId: 'm1', text: 'What must not be stored' };

/** A frame that would be accepted, and from which the bad ones are made. */
export const GOOD_FRAME = { action: 'send-message', id: 'f1', to: 'bob', after: 2, messages: [MESSAGE] };

/** A frame as text, what is wrong with it, and the error that answers it. */
export interface BadFrame {
  readonly what: string;
  readonly text: string;
  readonly code: string;
  readonly id: string | null;
  readonly field?: string;
}

/** A good frame but for some fields; those that are undefined are left out. */
function bad(what: string, changes: object, field: string, more: Partial<BadFrame> = {}): BadFrame {
  const text = JSON.stringify({ ...GOOD_FRAME, ...changes });
  return { what, text, code: 'invalid-request', id: 'f1', field, ...more };
}

/** A good frame but for its message. */
function badMessage(what: string, changes: object, field: string): BadFrame {
  return bad(what, { messages: [{ ...MESSAGE, ...changes }] }, `messages.0.${field}`);
}

function messages(count: number) {
  return Array.from({ length: count }, (_, i) => ({ ...MESSAGE, clientId: `m${i}` }));
}

const withProto = (frame: object) => JSON.stringify(frame).replace('"PROTO"', '"__proto__"');

const UNREADABLE = { code: 'invalid-json', id: null };
const NO_OBJECT = { code: 'invalid-request', id: null };
const UNKNOWN = { code: 'unknown-action', id: 'f1' };

/** A frame about alice's first message that would be accepted, but for some fields. */
function about(
  what: string,
  action: string,
  changes: object,
  field?: string,
  code = 'invalid-request',
): BadFrame {
  const frame = { action, id: 'f1', with: 'bob', after: 2, clientId: 'm9', target: 1, ...changes };
  return { what, text: JSON.stringify(frame), code, id: 'f1', ...(field !== undefined && { field }) };
}

/** Another frame that would be accepted, but for some fields. */
function other(what: string, frame: object, field?: string, code = 'invalid-request'): BadFrame {
  return {
    what,
    text: JSON.stringify({ id: 'f1', ...frame }),
    code,
    id: 'f1',
    ...(field !== undefined && { field }),
  };
}

const NOT_ONE_EMOJI: readonly [what: string, emoji: unknown][] = [
  ['a letter', 'x'],
  ['nothing', ''],
  ['two emoji', '👍👍'],
  ['an emoji and a text', '👍!'],
  ['half an emoji', '\ud83d'],
  ['a script', '<script>alert(1)</script>'],
  ['a number', 1],
];

const BAD_FRAMES_ABOUT_MESSAGES: readonly BadFrame[] = [
  ...NOT_ONE_EMOJI.map(([what, emoji]) => about(`a reaction that is ${what}`, 'react', { emoji }, 'emoji')),
  about('a reaction to what is not there', 'react', { emoji: '👍', target: 3 }, 'target', 'unknown-entry'),
  about('an edit without a text', 'edit-message', {}, 'text'),
  about('an edit of a text of 4,001 characters', 'edit-message', { text: 'x'.repeat(4_001) }, 'text'),
  about('an edit of what is before the first message', 'edit-message', { text: 'x', target: 0 }, 'target'),
  about('an edit of what is not there', 'edit-message', { text: 'x', target: 9 }, 'target', 'unknown-entry'),
  about(
    'an edit behind what is not there',
    'edit-message',
    { text: 'x', after: 9 },
    'after',
    'unknown-after',
  ),
  about('a deletion of what is not there', 'delete-message', { target: 9 }, 'target', 'unknown-entry'),
  about('a deletion with a text', 'delete-message', { text: 'x' }, 'text'),
  about('a deletion in a conversation that is not hers', 'delete-message', { with: 'bob:carol' }, 'with'),
];

const BAD_FRAMES_ABOUT_SIDES: readonly BadFrame[] = [
  other('a mark of nothing', { action: 'mark', with: 'bob' }),
  other('a mark below the first entry', { action: 'mark', with: 'bob', read: 0 }, 'read'),
  other('a mark beyond the end', { action: 'mark', with: 'bob', received: 3 }, 'received', 'unknown-entry'),
  other('a mark where there is no log', { action: 'mark', with: 'zoe', read: 1 }, 'read', 'unknown-entry'),
  other('a watch of a number', { action: 'watch', with: 7 }, 'with'),
  other(
    'a mute that ends before time began',
    { action: 'change-side', with: 'bob', mutedUntil: -1 },
    'mutedUntil',
  ),
  other('an acceptance that is none', { action: 'change-side', with: 'bob', accepted: false }, 'accepted'),
  other('a star for no message', { action: 'change-side', with: 'bob', star: [] }, 'star'),
  other(
    'a star for what is not there',
    { action: 'change-side', with: 'bob', star: [9] },
    'star',
    'unknown-entry',
  ),
  other(
    'a side with nobody',
    { action: 'change-side', with: 'zoe', pinned: true },
    undefined,
    'unknown-person',
  ),
  other('a block of oneself', { action: 'change-side', with: 'alice', blocked: true }, 'blocked'),
  other('a side of somebody else', { action: 'change-side', with: 'bob', person: 'bob' }, 'person'),
  other('a preference that there is not', { action: 'change-preferences', theme: 'dark' }, 'theme'),
];

export const BAD_FRAMES: readonly BadFrame[] = [
  { what: 'no text at all', text: '', ...UNREADABLE },
  { what: 'no JSON', text: 'What must not be stored', ...UNREADABLE },
  { what: 'JSON that breaks off', text: JSON.stringify(GOOD_FRAME).slice(0, -1), ...UNREADABLE },
  { what: 'JSON that goes on', text: `${JSON.stringify(GOOD_FRAME)},`, ...UNREADABLE },

  { what: 'null', text: 'null', ...NO_OBJECT },
  { what: 'a number', text: '7', ...NO_OBJECT },
  { what: 'a text', text: '"ping"', ...NO_OBJECT },
  { what: 'a list of frames', text: JSON.stringify([GOOD_FRAME]), ...NO_OBJECT },
  { what: 'no action', text: JSON.stringify({ ...GOOD_FRAME, action: undefined }), ...UNKNOWN },
  { what: 'an action that there is not', text: '{"action":"dance","id":"f1"}', ...UNKNOWN },
  { what: 'an action in capitals', text: '{"action":"PING","id":"f1"}', ...UNKNOWN },
  { what: 'an action that is a list', text: '{"action":["ping"],"id":"f1"}', ...UNKNOWN },
  { what: "an action that is every object's", text: '{"action":"constructor","id":"f1"}', ...UNKNOWN },
  { what: 'an action that is a route for the rest', text: '{"action":"$default","id":"f1"}', ...UNKNOWN },

  bad('no id', { id: undefined }, 'id', { id: null }),
  bad('an id that is a number', { id: 1 }, 'id', { id: null }),
  bad('an id that is empty', { id: '' }, 'id', { id: '' }),
  bad('an id of 65 characters', { id: 'x'.repeat(65) }, 'id', { id: 'x'.repeat(65) }),
  bad('an id with a space', { id: 'f 1' }, 'id', { id: 'f 1' }),
  bad('half a character in the id', { id: '\ud83d' }, 'id', { id: '\ud83d' }),

  bad('no recipient', { to: undefined }, 'to'),
  bad('a recipient that is a list', { to: ['bob'] }, 'to'),
  bad('a recipient that no name can be', { to: 'bob:carol' }, 'to'),
  {
    what: 'a recipient that nobody is',
    text: JSON.stringify({ ...GOOD_FRAME, to: 'zoe', after: 0 }),
    code: 'unknown-person',
    id: 'f1',
  },

  bad('no after', { after: undefined }, 'after'),
  bad('an after that is a text', { after: '2' }, 'after'),
  bad('an after that is null', { after: null }, 'after'),
  bad('an after below zero', { after: -1 }, 'after'),
  bad('an after that is no whole number', { after: 1.5 }, 'after'),
  bad('an after beyond all numbers', { after: 2 ** 53 }, 'after'),
  bad('an after that lies', { after: 3 }, 'after', { code: 'unknown-after' }),
  bad('an after that lies by far', { after: 2 ** 53 - 1 }, 'after', { code: 'unknown-after' }),

  bad('no messages', { messages: undefined }, 'messages'),
  bad('an empty list of messages', { messages: [] }, 'messages'),
  bad('messages that are a text', { messages: 'What must not be stored' }, 'messages'),
  bad('messages that are an object', { messages: { 0: MESSAGE, length: 1 } }, 'messages'),
  bad('a message that is a text', { messages: ['What must not be stored'] }, 'messages.0'),
  bad('11 messages', { messages: messages(11) }, 'messages'),
  bad('two messages of one clientId', { messages: [MESSAGE, MESSAGE] }, 'messages'),
  bad(
    'a second message that is wrong',
    { messages: [MESSAGE, { clientId: 'm2', text: '' }] },
    'messages.1.text',
  ),

  badMessage('no clientId', { clientId: undefined }, 'clientId'),
  badMessage('a clientId that is a number', { clientId: 1 }, 'clientId'),
  badMessage('a clientId of 65 characters', { clientId: 'x'.repeat(65) }, 'clientId'),
  badMessage('a clientId with a sign', { clientId: 'm#1' }, 'clientId'),
  badMessage('no text', { text: undefined }, 'text'),
  badMessage('an empty text', { text: '' }, 'text'),
  badMessage('a text that is a number', { text: 7 }, 'text'),
  badMessage('a text of 4,001 characters', { text: 'x'.repeat(4_001) }, 'text'),
  badMessage('a text of 4,001 elephants', { text: '🐘'.repeat(4_001) }, 'text'),
  badMessage('the first half of a character', { text: 'Half an elephant: \ud83d' }, 'text'),
  badMessage('the second half of a character', { text: '\udc18 is half an elephant' }, 'text'),
  badMessage('an unknown field of a message', { from: 'bob' }, 'from'),

  bad('an unknown field', { from: 'bob' }, 'from'),
  {
    ...bad('a key named __proto__', {}, '__proto__'),
    text: withProto({ ...GOOD_FRAME, PROTO: { from: 'bob' } }),
  },
  {
    ...bad('all but the action in __proto__', {}, 'id'),
    text: withProto({ action: 'send-message', PROTO: GOOD_FRAME }),
    id: null,
  },
  {
    what: 'an unknown field of a ping',
    text: '{"action":"ping","id":"f1","at":1}',
    code: 'invalid-request',
    id: 'f1',
    field: 'at',
  },
  ...BAD_FRAMES_ABOUT_MESSAGES,
  ...BAD_FRAMES_ABOUT_SIDES,
  { what: 'a ping without an id', text: '{"action":"ping"}', code: 'invalid-request', id: null, field: 'id' },

  {
    what: 'a frame of one byte more than 32 KB',
    text: JSON.stringify(GOOD_FRAME).padEnd(MAX_FRAME_BYTES + 1),
    code: 'too-large',
    id: null,
  },
  {
    what: 'a frame of more than 32 KB in fewer characters',
    text: JSON.stringify({
      ...GOOD_FRAME,
      messages: messages(3).map((each) => ({ ...each, text: '🐘'.repeat(3_000) })),
    }),
    code: 'too-large',
    id: null,
  },
];
