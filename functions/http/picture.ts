import { cookieSettings } from '../../lib/app/cookies.ts';
import { pictures } from '../../lib/app/pictures.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { findPicture } from '../../lib/chat/accounts/change-picture.ts';
import { httpRoute, queryOf, sessionOf } from '../../lib/edge/http.ts';
import { pictureAnswer } from '../../lib/edge/picture-answer.ts';
import { PictureQuery } from '../../lib/protocol/profile-rest.ts';

/** GET /api/picture?of=…&version=… */
export const handler = httpRoute(async (event, invocation) => {
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  return pictureAnswer(await findPicture({ pictures }, queryOf(event, PictureQuery)), session);
});
