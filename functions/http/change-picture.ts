import { cookieSettings } from '../../lib/app/cookies.ts';
import { pictures } from '../../lib/app/pictures.ts';
import { push } from '../../lib/app/push.ts';
import { store } from '../../lib/app/store.ts';
import { clock } from '../../lib/app/system.ts';
import { changePicture } from '../../lib/chat/accounts/change-picture.ts';
import { answer, bodyOf, httpRoute, sessionOf } from '../../lib/edge/http.ts';
import { ChangePictureBody } from '../../lib/protocol/profile-rest.ts';
import type { Me } from '../../lib/protocol/rest.ts';

/** POST /api/change-picture */
export const handler = httpRoute(async (event, invocation) => {
  const body = bodyOf(event, ChangePictureBody);
  const session = await sessionOf(event, { ...store, clock }, await cookieSettings(), invocation);
  const { log, metrics } = invocation;
  const me = await changePicture({ ...store, pictures, push, clock, log, metrics }, session, body);
  return answer(200, { me } satisfies Me);
});
