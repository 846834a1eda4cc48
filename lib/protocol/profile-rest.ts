import * as v from 'valibot';
import { MAX_PICTURE_BYTES } from './limits.ts';
import { About, DisplayName, Name, type Person } from './names.ts';
import type { ListedPasskey } from './passkey-rest.ts';
import type { Credentials } from './second-factor-rest.ts';
import type { Preferences, Side } from './side.ts';

/** What is left out stays as it is; an empty `about` takes it away. */
export const ChangeProfileBody = v.strictObject({
  displayName: v.optional(DisplayName),
  about: v.optional(About),
});

/** Base64 has four characters for three bytes. */
const MAX_PICTURE_CHARACTERS = (MAX_PICTURE_BYTES / 3) * 4;

/** A picture in base64, as the bytes that it stands for; null takes it away. */
export const ChangePictureBody = v.strictObject({
  picture: v.nullable(
    v.pipe(
      v.string('A picture is a string.'),
      v.maxLength(MAX_PICTURE_CHARACTERS, `A picture has at most ${MAX_PICTURE_BYTES} bytes.`),
      v.base64('A picture is in base64.'),
      v.transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
    ),
  ),
});

/** Asked once more, since it can't be undone. */
export const DeleteAccountBody = v.strictObject({ password: v.string() });

/** Whose picture; the version says which, so that an answer holds for good. */
export const PictureQuery = v.strictObject({
  of: Name,
  version: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'A version is that of a person, unchanged.')),
});

export type ChangeProfileBody = v.InferOutput<typeof ChangeProfileBody>;
export type ChangePictureBody = v.InferOutput<typeof ChangePictureBody>;
export type DeleteAccountBody = v.InferOutput<typeof DeleteAccountBody>;
export type PictureQuery = v.InferOutput<typeof PictureQuery>;

/** All that is kept of me but for my conversations; times in ms since 1970. */
export interface MyData extends Credentials {
  readonly profile: Person & { readonly createdAt: number };
  /** What others may know of me, whom I have blocked, what I have pinned, and how far I am let. */
  readonly preferences: Preferences & {
    readonly blocked: readonly string[];
    readonly pinned: readonly string[];
    /** Whether anybody has accepted a request of mine. */
    readonly isAccepted: boolean;
  };
  readonly conversations: readonly { readonly with: string; readonly side: Side }[];
  readonly sessions: readonly {
    readonly device: string;
    readonly createdAt: number;
    readonly lastUsedAt: number;
    readonly sharedComputer?: true;
  }[];
  /** Devices that are told of messages, each by its browser's push service. */
  readonly notifications: readonly {
    readonly service: string;
    readonly addedAt: number;
    readonly hidesContent: boolean;
  }[];
  readonly passkeys: readonly Omit<ListedPasskey, 'id'>[];
  readonly reports: readonly { readonly about: string; readonly at: number }[];
}
