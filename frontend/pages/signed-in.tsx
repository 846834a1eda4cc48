import { Redirect, Route, Switch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { StarredPane } from '../message-actions/starred-pane.tsx';
import { SettingsPane } from '../settings/settings-pane.tsx';
import { Home } from './home.tsx';
import { NotFound } from './not-found.tsx';

/** The pages of somebody who is signed in, by their addresses. */
export function SignedIn() {
  const { wanted = '/' } = useHistoryState<{ wanted?: string } | null>() ?? {};
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
      <Route path="/settings">
        <Home>
          <SettingsPane />
        </Home>
      </Route>
      <Route path="/starred">
        <Home>
          <StarredPane />
        </Home>
      </Route>
      <Route path="/c/:name">{({ name }) => <Home open={name.toLowerCase()} />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
