import * as v from 'valibot';
import { MAX_MESSAGES_PER_FRAME } from './limits.ts';
import { Name } from './names.ts';
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

/** A sequence number; 0 stands for "before the first entry". */
export const Seq = v.pipe(
  v.number('A sequence number is a number.'),
  v.safeInteger('A sequence number is a whole number.'),
  v.minValue(0, 'A sequence number is not negative.'),
);

/** Frames from the client to the server. Each is answered, by its `id`, with one frame or an `error`. */
export const SendMessage = v.strictObject({
  action: v.literal('send-message'),
  id: ClientMadeId,
  to: Name,
  /** The last seq that the client knew when the person pressed Enter; the same again on every resend. */
  after: Seq,
  messages: v.pipe(
    v.array(v.strictObject({ clientId: ClientMadeId, text: Text })),
    v.minLength(1, 'A frame has at least one message.'),
    v.maxLength(MAX_MESSAGES_PER_FRAME, `A frame has at most ${MAX_MESSAGES_PER_FRAME} messages.`),
    v.check(
      (messages) => new Set(messages.map((message) => message.clientId)).size === messages.length,
      'Each message of a frame has a clientId of its own.',
    ),
  ),
});

export const Ping = v.strictObject({
  action: v.literal('ping'),
  id: ClientMadeId,
});

export type SendMessage = v.InferOutput<typeof SendMessage>;
export type Ping = v.InferOutput<typeof Ping>;
export type ClientFrame = SendMessage | Ping;
