import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Notice } from '../state/model.ts';
import '../styles/account.css';
import { LogIn } from './log-in.tsx';
import { NewUser } from './new-user.tsx';

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
  const [location] = useLocation();
  return (
    <Switch>
      <Route path="/login">
        <LogIn notice={notice} onLoggedIn={onLoggedIn} />
      </Route>
      <Route path="/new_user">
        <NewUser onLoggedIn={onLoggedIn} />
      </Route>
      <Route>
        <Redirect to="/login" replace state={{ wanted: location } satisfies Wanted} />
      </Route>
    </Switch>
  );
}
