import * as v from 'valibot';
import { characters } from './characters.ts';
import {
  MAX_ABOUT_CHARACTERS,
  MAX_DISPLAY_NAME_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_PASSWORD_CHARACTERS,
  MIN_NAME_CHARACTERS,
  MIN_PASSWORD_CHARACTERS,
} from './limits.ts';
import { wellFormed } from './text.ts';

/** A person's name, the key of everything that is theirs. Upper case is accepted and lowered. */
export const Name = v.pipe(
  v.string('A name is a string.'),
  v.toLowerCase(),
  v.regex(
    new RegExp(`^[a-z0-9_-]{${MIN_NAME_CHARACTERS},${MAX_NAME_CHARACTERS}}$`),
    `A name has ${MIN_NAME_CHARACTERS} to ${MAX_NAME_CHARACTERS} of the characters a-z, 0-9, _ and -.`,
  ),
);

/** The name that a text stands for, or undefined if it can't be one. */
export function nameFrom(text: string): string | undefined {
  const name = v.safeParse(Name, text);
  return name.success ? name.output : undefined;
}

/** The beginning of a name, for the search of the directory. */
export const NamePrefix = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.regex(
    new RegExp(`^[a-z0-9_-]{0,${MAX_NAME_CHARACTERS}}$`),
    'A prefix has only the characters that a name may have: a-z, 0-9, _ and -.',
  ),
);

/** What others read: any letters, no control characters, no white space at the ends. */
export const DisplayName = v.pipe(
  v.string('A display name is a string.'),
  v.trim(),
  v.check(wellFormed, 'A display name must be well-formed Unicode.'),
  v.check((name) => !/\p{Cc}/u.test(name), 'A display name has no control characters.'),
  v.check(
    (name) => name !== '' && characters(name) <= MAX_DISPLAY_NAME_CHARACTERS,
    `A display name has 1 to ${MAX_DISPLAY_NAME_CHARACTERS} characters.`,
  ),
);

/** A line that somebody says about themselves, as a display name otherwise; an empty one says nothing. */
export const About = v.pipe(
  v.string('What somebody says about themselves is a string.'),
  v.trim(),
  v.check(wellFormed, 'It must be well-formed Unicode.'),
  v.check((about) => !/\p{Cc}/u.test(about), 'It is one line, without control characters.'),
  v.check(
    (about) => characters(about) <= MAX_ABOUT_CHARACTERS,
    `It has at most ${MAX_ABOUT_CHARACTERS} characters.`,
  ),
);

/** Any characters, none required; nothing is trimmed or cut off. */
export const Password = v.pipe(
  v.string('A password is a string.'),
  v.check(wellFormed, 'A password must be well-formed Unicode.'),
  v.check(
    (password) =>
      characters(password) >= MIN_PASSWORD_CHARACTERS && characters(password) <= MAX_PASSWORD_CHARACTERS,
    `A password has ${MIN_PASSWORD_CHARACTERS} to ${MAX_PASSWORD_CHARACTERS} characters.`,
  ),
);

/** What anybody who is signed in may know about a person. */
export interface Person {
  readonly name: string;
  readonly displayName: string;
  /** The version of their picture, which is another one when the picture is; absent where there is none. */
  readonly picture?: string;
  /** What they say about themselves; absent where they say nothing, and in the directory. */
  readonly about?: string;
  /** Present if they have deleted their account; nothing else is known of them, and the display name says just that. */
  readonly gone?: true;
}
