import * as v from 'valibot';
import { Emoji } from './emoji.ts';
import { MAX_MESSAGES_PER_FRAME } from './limits.ts';
import { Name } from './names.ts';
import { Seq } from './seq.ts';
import { SideChange } from './side.ts';
import { Text } from './text.ts';

const MAX_ID_CHARACTERS = 64;

/** Made by the client, so that it knows an answer, or its own message, again. */
const ClientMadeId = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^[A-Za-z0-9_-]{1,${MAX_ID_CHARACTERS}}$`),
    `An id has 1 to ${MAX_ID_CHARACTERS} of the characters A-Z, a-z, 0-9, _ and -.`,
  ),
);

/** The number of an entry that is there. */
const EntrySeq = v.pipe(Seq, v.minValue(1, 'The first entry has the number 1.'));

/**
 * Frames from the client to the server. Each but `typing` is answered, by its `id`, with one frame or an `error`.
 *
 * Those that append to a log have `after`: the last seq that the client held when the person did it, the same again on
 * every resend.
 */
export const SendMessage = v.strictObject({
  action: v.literal('send-message'),
  id: ClientMadeId,
  to: Name,
  after: Seq,
  messages: v.pipe(
    v.array(
      v.strictObject({
        clientId: ClientMadeId,
        text: Text,
        /** The seq of the message that it answers. */
        replyTo: v.optional(EntrySeq),
        /** Whether it was written by somebody else, elsewhere; who and where is not said. */
        forwarded: v.optional(v.literal(true)),
      }),
    ),
    v.minLength(1, 'A frame has at least one message.'),
    v.maxLength(MAX_MESSAGES_PER_FRAME, `A frame has at most ${MAX_MESSAGES_PER_FRAME} messages.`),
    v.check(
      (messages) => new Set(messages.map((message) => message.clientId)).size === messages.length,
      'Each message of a frame has a clientId of its own.',
    ),
  ),
});

/** What the frames about one message have in common. */
const aboutMessage = {
  id: ClientMadeId,
  with: Name,
  after: Seq,
  clientId: ClientMadeId,
  /** The seq of the message. */
  target: EntrySeq,
};

export const EditMessage = v.strictObject({ action: v.literal('edit-message'), ...aboutMessage, text: Text });

export const DeleteMessage = v.strictObject({ action: v.literal('delete-message'), ...aboutMessage });

export const React = v.strictObject({
  action: v.literal('react'),
  ...aboutMessage,
  /** In place of the reaction that the person had; null takes it away. */
  emoji: v.nullable(Emoji),
});

/** Up to where this device has the log, and up to where its person has read it. */
export const Mark = v.pipe(
  v.strictObject({
    action: v.literal('mark'),
    id: ClientMadeId,
    with: Name,
    received: v.optional(EntrySeq),
    read: v.optional(EntrySeq),
  }),
  v.check(
    ({ received, read }) => received !== undefined || read !== undefined,
    'Say up to where it is received, or read.',
  ),
);

/** Somebody is writing to somebody. It is told to whoever has the conversation open, and to nobody else. */
export const Typing = v.strictObject({ action: v.literal('typing'), to: Name });

/** Which conversation is open on this connection, if any: its person's presence is told from then on. */
export const Watch = v.strictObject({
  action: v.literal('watch'),
  id: ClientMadeId,
  with: v.nullable(Name),
});

/** Changes the sender's own side of a conversation. */
export const ChangeSide = v.strictObject({
  action: v.literal('change-side'),
  id: ClientMadeId,
  with: Name,
  ...SideChange,
});

/** Changes what others may know of the sender; what is left out stays as it is. */
export const ChangePreferences = v.strictObject({
  action: v.literal('change-preferences'),
  id: ClientMadeId,
  readReceipts: v.optional(v.boolean()),
  presence: v.optional(v.boolean()),
});

export const Ping = v.strictObject({
  action: v.literal('ping'),
  id: ClientMadeId,
});

export type SendMessage = v.InferOutput<typeof SendMessage>;
export type EditMessage = v.InferOutput<typeof EditMessage>;
export type DeleteMessage = v.InferOutput<typeof DeleteMessage>;
export type React = v.InferOutput<typeof React>;
export type Mark = v.InferOutput<typeof Mark>;
export type Typing = v.InferOutput<typeof Typing>;
export type Watch = v.InferOutput<typeof Watch>;
export type ChangeSide = v.InferOutput<typeof ChangeSide>;
export type ChangePreferences = v.InferOutput<typeof ChangePreferences>;
export type Ping = v.InferOutput<typeof Ping>;
export type ClientFrame =
  | SendMessage
  | EditMessage
  | DeleteMessage
  | React
  | Mark
  | Typing
  | Watch
  | ChangeSide
  | ChangePreferences
  | Ping;
