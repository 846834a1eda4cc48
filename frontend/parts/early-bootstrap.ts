import type { Bootstrap } from '../../lib/protocol/rest.ts';
import type { Api } from '../net/api.ts';

/** The same API, its first bootstrap asked for now: the answer is on its way while the chat's code is, too. */
export function withEarlyBootstrap(api: Api): Api {
  let early: Promise<Bootstrap> | undefined = api.bootstrap();
  // Whoever takes it deals with how it fails; until then nobody is there to.
  early.catch(() => {});
  return {
    ...api,
    bootstrap() {
      const answer = early ?? api.bootstrap();
      early = undefined;
      return answer;
    },
  };
}
