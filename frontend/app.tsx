import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { Home } from './pages/home.tsx';
import { LogIn } from './pages/log-in.tsx';
import { NewUser } from './pages/new-user.tsx';
import { NotFound } from './pages/not-found.tsx';
import { Waiting } from './pages/waiting.tsx';
import { useKnown } from './parts/use-chat.ts';
import { NewVersion } from './service-worker/new-version.tsx';
import type { Notice } from './state/model.ts';

/** Chooses the page by the address and by who is signed in. */
export function App() {
  return (
    <>
      <NewVersion />
      <Page />
    </>
  );
}

function Page() {
  const session = useKnown((state) => state.session);
  switch (session.status) {
    case 'loading':
      return <Waiting />;
    case 'unreachable':
      return <Waiting problem={session.problem} />;
    case 'signed-out':
      return <SignedOut notice={session.notice} />;
    case 'signed-in':
      return <SignedIn />;
  }
}

/** What was asked for before logging in came in between; kept beside the address, in the browser's history. */
interface Wanted {
  readonly wanted: string;
}

function SignedOut({ notice }: { notice: Notice | undefined }) {
  const [location] = useLocation();
  return (
    <Switch>
      <Route path="/login">
        <LogIn notice={notice} />
      </Route>
      <Route path="/new_user">
        <NewUser />
      </Route>
      <Route>
        <Redirect to="/login" replace state={{ wanted: location } satisfies Wanted} />
      </Route>
    </Switch>
  );
}

function SignedIn() {
  const { wanted = '/' } = useHistoryState<Partial<Wanted> | null>() ?? {};
  return (
    <Switch>
      <Route path="/login">
        <Redirect to={wanted} replace />
      </Route>
      <Route path="/new_user">
        <Redirect to={wanted} replace />
      </Route>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/c/:name">{({ name }) => <Home open={name.toLowerCase()} />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
