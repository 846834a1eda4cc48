import type * as v from 'valibot';
import type { httpRoutes, socketRoutes } from '../../functions/routes.ts';
import * as frames from '../../lib/protocol/client-frames.ts';
import {
  AddPasskeyOptionsBody,
  MadePasskey,
  PasskeyLogInBody,
  RemovePasskeyBody,
} from '../../lib/protocol/passkey-rest.ts';
import {
  ChangePictureBody,
  ChangeProfileBody,
  DeleteAccountBody,
  PictureQuery,
} from '../../lib/protocol/profile-rest.ts';
import { SubscribePushBody, UnsubscribePushBody } from '../../lib/protocol/push-subscription.ts';
import { ReportBody } from '../../lib/protocol/report.ts';
import * as rest from '../../lib/protocol/rest.ts';

type HttpRoute = keyof typeof httpRoutes;
type FrameRoute = Exclude<keyof typeof socketRoutes, `$${string}`>;

/**
 * What each route takes, in its query or its body; undefined where it looks at neither. A route that is not named here
 * does not compile, so that none is left out of the attacks.
 */
export const HTTP_TAKES: Readonly<Record<HttpRoute, v.GenericSchema | undefined>> = {
  'POST /api/register': rest.RegisterBody,
  'POST /api/log-in': rest.LogInBody,
  'POST /api/log-out': rest.NoBody,
  'GET /api/sessions': undefined,
  'POST /api/end-session': rest.EndSessionBody,
  'POST /api/change-password': rest.ChangePasswordBody,
  'POST /api/change-profile': ChangeProfileBody,
  'POST /api/change-picture': ChangePictureBody,
  'GET /api/picture': PictureQuery,
  'GET /api/my-data': undefined,
  'POST /api/delete-account': DeleteAccountBody,
  'GET /api/bootstrap': undefined,
  'GET /api/people': rest.PeopleQuery,
  'GET /api/conversations': rest.ConversationsQuery,
  'GET /api/entries': rest.EntriesQuery,
  'GET /api/starred': rest.StarredQuery,
  'POST /api/ticket': rest.NoBody,
  'POST /api/report': ReportBody,
  'POST /api/subscribe-push': SubscribePushBody,
  'POST /api/unsubscribe-push': UnsubscribePushBody,
  'GET /api/passkeys': undefined,
  'POST /api/add-passkey-options': AddPasskeyOptionsBody,
  'POST /api/add-passkey': MadePasskey,
  'POST /api/remove-passkey': RemovePasskeyBody,
  'POST /api/passkey-log-in-options': rest.NoBody,
  'POST /api/passkey-log-in': PasskeyLogInBody,
  $default: undefined,
};

export const FRAME_TAKES: Readonly<Record<FrameRoute, v.GenericSchema>> = {
  'send-message': frames.SendMessage,
  'edit-message': frames.EditMessage,
  'delete-message': frames.DeleteMessage,
  react: frames.React,
  mark: frames.Mark,
  typing: frames.Typing,
  watch: frames.Watch,
  'change-side': frames.ChangeSide,
  'change-preferences': frames.ChangePreferences,
  ping: frames.Ping,
};

/** Those that anybody may ask who has no session; of all others nobody gets an answer without. */
const OPEN: readonly HttpRoute[] = [
  'POST /api/register',
  'POST /api/log-in',
  'POST /api/passkey-log-in-options',
  'POST /api/passkey-log-in',
  '$default',
];

/** Those after which there is no session any more. */
const ENDING: readonly string[] = ['POST /api/log-out', 'POST /api/delete-account'];

export const HTTP_ROUTES = Object.keys(HTTP_TAKES) as HttpRoute[];
export const POSTS = HTTP_ROUTES.filter((route) => route.startsWith('POST'));
export const SIGNED_IN_ROUTES = HTTP_ROUTES.filter((route) => !OPEN.includes(route));

/** Whether a request there leaves the session that it comes with as it is: a log-in takes the place of one, a log-out ends it. */
export function keepsSession(route: string): boolean {
  return SIGNED_IN_ROUTES.some((signedIn) => signedIn === route) && !ENDING.includes(route);
}

/** What is asked for to get to a route: of `$default`, any other path. */
export function requestLine(route: HttpRoute): string {
  return route === '$default' ? 'GET /api/nothing' : route;
}
