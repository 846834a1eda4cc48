import { type ComponentType, lazy } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { importAnew } from '../net/import-anew.ts';
import { Redirect } from '../parts/redirect.tsx';
import type { Notice } from '../state/model.ts';
import '../styles/account.css';
import { CodeMissing } from './code-missing.tsx';
import { LogIn } from './log-in.tsx';
import { NewUser } from './new-user.tsx';
import type { RecoverProps } from './recover.tsx';

/** Few forget their password. */
const Recover = lazy(() =>
  importAnew(() => import('./recover.tsx')).then(
    (loaded): { default: ComponentType<RecoverProps> } => ({ default: loaded.Recover }),
    () => ({ default: CodeMissing }),
  ),
);

/** What was asked for before logging in came in between; kept beside the address, in the browser's history. */
interface Wanted {
  readonly wanted: string;
}

export interface SignedOutProps {
  readonly notice: Notice | undefined;
  readonly onLoggedIn: () => void;
}

/** The pages of somebody who is not signed in, by their addresses. */
export function SignedOut({ notice, onLoggedIn }: SignedOutProps) {
  const path = usePathname();
  if (path === '/login') return <LogIn notice={notice} onLoggedIn={onLoggedIn} />;
  if (path === '/new_user') return <NewUser onLoggedIn={onLoggedIn} />;
  if (path === '/recover') return <Recover onLoggedIn={onLoggedIn} />;
  return <Redirect to="/login" state={{ wanted: path } satisfies Wanted} />;
}
