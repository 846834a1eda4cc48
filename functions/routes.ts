import { handler as addPasskey } from './http/add-passkey.ts';
import { handler as addPasskeyOptions } from './http/add-passkey-options.ts';
import { handler as bootstrap } from './http/bootstrap.ts';
import { handler as changePassword } from './http/change-password.ts';
import { handler as changePicture } from './http/change-picture.ts';
import { handler as changeProfile } from './http/change-profile.ts';
import { handler as conversations } from './http/conversations.ts';
import { handler as deleteAccount } from './http/delete-account.ts';
import { handler as endSession } from './http/end-session.ts';
import { handler as entries } from './http/entries.ts';
import { handler as logIn } from './http/log-in.ts';
import { handler as logOut } from './http/log-out.ts';
import { handler as myData } from './http/my-data.ts';
import { handler as notFound } from './http/not-found.ts';
import { handler as passkeyLogIn } from './http/passkey-log-in.ts';
import { handler as passkeyLogInOptions } from './http/passkey-log-in-options.ts';
import { handler as passkeys } from './http/passkeys.ts';
import { handler as people } from './http/people.ts';
import { handler as picture } from './http/picture.ts';
import { handler as register } from './http/register.ts';
import { handler as removePasskey } from './http/remove-passkey.ts';
import { handler as report } from './http/report.ts';
import { handler as sessions } from './http/sessions.ts';
import { handler as starred } from './http/starred.ts';
import { handler as subscribePush } from './http/subscribe-push.ts';
import { handler as ticket } from './http/ticket.ts';
import { handler as unsubscribePush } from './http/unsubscribe-push.ts';
import { handler as erase } from './scheduled/erase.ts';
import { handler as authorizer } from './ws/authorizer.ts';
import { handler as changePreferences } from './ws/change-preferences.ts';
import { handler as changeSide } from './ws/change-side.ts';
import { handler as connect } from './ws/connect.ts';
import { handler as deleteMessage } from './ws/delete-message.ts';
import { handler as disconnect } from './ws/disconnect.ts';
import { handler as editMessage } from './ws/edit-message.ts';
import { handler as mark } from './ws/mark.ts';
import { handler as ping } from './ws/ping.ts';
import { handler as react } from './ws/react.ts';
import { handler as sendMessage } from './ws/send-message.ts';
import { handler as typing } from './ws/typing.ts';
import { handler as unknownAction } from './ws/unknown-action.ts';
import { handler as watch } from './ws/watch.ts';

/** Which function is behind which route: the same list as in serverless.yml, which a test holds it to. */
export const httpRoutes = {
  'POST /api/register': register,
  'POST /api/log-in': logIn,
  'POST /api/log-out': logOut,
  'GET /api/sessions': sessions,
  'POST /api/end-session': endSession,
  'POST /api/change-password': changePassword,
  'GET /api/bootstrap': bootstrap,
  'GET /api/people': people,
  'GET /api/conversations': conversations,
  'GET /api/entries': entries,
  'GET /api/starred': starred,
  'POST /api/change-profile': changeProfile,
  'POST /api/change-picture': changePicture,
  'GET /api/picture': picture,
  'GET /api/my-data': myData,
  'POST /api/delete-account': deleteAccount,
  'POST /api/ticket': ticket,
  'POST /api/report': report,
  'POST /api/subscribe-push': subscribePush,
  'POST /api/unsubscribe-push': unsubscribePush,
  'GET /api/passkeys': passkeys,
  'POST /api/add-passkey-options': addPasskeyOptions,
  'POST /api/add-passkey': addPasskey,
  'POST /api/remove-passkey': removePasskey,
  'POST /api/passkey-log-in-options': passkeyLogInOptions,
  'POST /api/passkey-log-in': passkeyLogIn,
  $default: notFound,
};

export const socketRoutes = {
  $connect: connect,
  $disconnect: disconnect,
  'send-message': sendMessage,
  'edit-message': editMessage,
  'delete-message': deleteMessage,
  react,
  mark,
  typing,
  watch,
  'change-side': changeSide,
  'change-preferences': changePreferences,
  ping,
  $default: unknownAction,
};

export const socketAuthorizer = authorizer;

/** What is done every hour, whoever asks for what. */
export const hourly = { erase };
