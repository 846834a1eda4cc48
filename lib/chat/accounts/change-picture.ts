import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS } from '../../protocol/limits.ts';
import type { Person } from '../../protocol/names.ts';
import type { ChangePictureBody, PictureQuery } from '../../protocol/profile-rest.ts';
import type { Picture, Session } from '../account-ports.ts';
import type { Chat } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { changeFields } from './change-profile.ts';
import { shapeOf } from './picture-shape.ts';

/**
 * Puts a picture in place of the one that there was, or takes that away, and answers the person as they are now.
 * @throws Refusal `invalid-request` for what is no picture of a kind that browsers show, or is too large;
 *   `not-signed-in` if the session's person is gone
 */
export async function changePicture(
  chat: Pick<Chat, 'pictures'> & Parameters<typeof changeFields>[0],
  session: Session,
  { picture: bytes }: ChangePictureBody,
): Promise<Person> {
  if (bytes === null) {
    // The profile first: nobody is sent to where nothing is.
    const me = await changeFields(chat, session, { picture: null });
    await chat.pictures.remove(session.person);
    return me;
  }
  const version = await chat.pictures.put(session.person, requirePicture(bytes));
  return changeFields(chat, session, { picture: version });
}

/**
 * Somebody's picture, and whether it is the one of that version; if not, they have changed it since.
 * @throws Refusal `not-found` if they have none
 */
export async function findPicture(
  { pictures }: Pick<Chat, 'pictures'>,
  { of, version }: PictureQuery,
): Promise<Picture & { readonly isOfVersion: boolean }> {
  const found = await pictures.find(of);
  if (!found) throw new Refusal('not-found');
  const { type, bytes } = found;
  return { type, bytes, isOfVersion: found.version === version };
}

/** What it is, its own bytes say, and nobody else: a browser is told that type, and looks at no other. */
function requirePicture(bytes: Uint8Array): Picture {
  const shape = bytes.length <= MAX_PICTURE_BYTES ? shapeOf(bytes) : undefined;
  if (!shape) throw refused('This is no JPEG, PNG or WebP picture.');
  const { type, width, height } = shape;
  if (Math.min(width, height) < 1 || Math.max(width, height) > MAX_PICTURE_PIXELS) {
    throw refused(`A picture has at most ${MAX_PICTURE_PIXELS} by ${MAX_PICTURE_PIXELS} pixels.`);
  }
  return { type, bytes };
}

function refused(message: string): Refusal {
  return new Refusal('invalid-request', { message, field: 'picture' });
}
