import { LOCAL_STAGE } from '../local/offline.ts';
import { LocalProblem } from '../local/problem.ts';

/** One installation of the chat in an account, and what its things are called there; serverless.yml calls them the same. */
export interface Stage {
  readonly name: string;
  readonly stack: string;
  /** The parameter with the secrets that sign sessions. */
  readonly secret: string;
  /** The parameter with what goes into passwords' hashes. */
  readonly pepper: string;
  /** The parameters with the keys by which push services know it. */
  readonly pushKeys: { readonly public: string; readonly private: string };
}

/** Short enough for the longest name that is made of it: a function's may have 64 characters. */
const STAGE_NAME = /^[a-z][a-z0-9-]{0,15}$/;

/**
 * @param command what the person has typed before `--`, such as `npm run deploy`
 * @throws LocalProblem if there is no name, or one that no stage can have
 */
export function stageOf(name: string | undefined, command: string): Stage {
  if (!name) throw new LocalProblem(`Say which stage is meant, as in: ${command} -- --stage prod`);
  if (name === LOCAL_STAGE) {
    throw new LocalProblem(
      `The stage "${name}" is the one of npm start, on this machine: choose another name, as in: ${command} -- --stage prod`,
    );
  }
  if (!STAGE_NAME.test(name)) {
    throw new LocalProblem(
      `"${name}" can't be a stage: its name is 1 to 16 small letters, digits and hyphens, a letter first, as in: ${command} -- --stage prod`,
    );
  }
  const parameters = `/chat/${name}`;
  return {
    name,
    stack: `chat-${name}`,
    secret: `${parameters}/session-secret`,
    pepper: `${parameters}/password-pepper`,
    pushKeys: { public: `${parameters}/vapid-public-key`, private: `${parameters}/vapid-private-key` },
  };
}
