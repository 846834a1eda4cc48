import type { Me } from '../../lib/protocol/rest.ts';
import { NoAnswer } from '../net/errors.ts';
import { requestsTo } from '../net/requests.ts';
import { useChat } from '../parts/use-chat.ts';

interface ProfileChanges {
  /** @throws Refused, NoAnswer: then nothing has changed */
  change(profile: { readonly displayName: string; readonly about: string }): Promise<void>;
  /** In base64; null takes it away. @throws as `change` */
  changePicture(picture: string | null): Promise<void>;
}

/** Changes what others see of me; this page shows it at once, my other devices as soon as they are told. */
export function useChangeProfile(): ProfileChanges {
  const chat = useChat();
  const post = async (path: string, body: object) => {
    const session = chat.signedIn()?.session;
    if (!session) throw new NoAnswer();
    const { me } = await requestsTo().post<Me>(path, body);
    session.dispatch({ type: 'profile-changed', me });
    session.dispatch({ type: 'person-met', person: me });
  };
  return {
    change: (profile) => post('change-profile', profile),
    changePicture: (picture) => post('change-picture', { picture }),
  };
}
