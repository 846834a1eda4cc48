import type {
  AddPasskeyOptions,
  ListedPasskey,
  PasskeyLogInBody,
  PasskeyLogInOptions,
  PasskeysAnswer,
} from '../../lib/protocol/passkey-rest.ts';
import type { Me } from '../../lib/protocol/rest.ts';
import { requestsTo } from '../net/requests.ts';
import { forgetPasskey, makePasskey, signWithPasskey } from './ceremonies.ts';

const { get, post } = requestsTo();

/** What is done about passkeys, with the browser and the server. Each throws `Refused` or `NoAnswer`, and some `NoPasskey`. */
export const passkeyApi = {
  list: () => get<PasskeysAnswer>('passkeys'),

  async add(password: string): Promise<ListedPasskey> {
    const options = await post<AddPasskeyOptions>('add-passkey-options', { password });
    const made = await makePasskey(options);
    return (await post<{ passkey: ListedPasskey }>('add-passkey', made)).passkey;
  },

  async remove(id: string, password: string): Promise<void> {
    await post('remove-passkey', { id, password });
    await forgetPasskey(id);
  },

  async logIn(body: Pick<PasskeyLogInBody, 'sharedComputer'>): Promise<Me> {
    const options = await post<PasskeyLogInOptions>('passkey-log-in-options');
    return post('passkey-log-in', { ...(await signWithPasskey(options)), ...body });
  },
};
