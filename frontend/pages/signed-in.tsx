import { useHistoryState, usePathname } from 'wouter/use-browser-location';
import { Redirect } from '../parts/redirect.tsx';
import { useLaterParts } from '../parts/use-later-parts.ts';
import { isAccountPage } from './account-pages.ts';
import { Home } from './home.tsx';

const CONVERSATION = /^\/c\/([^/]+)\/?$/;

/** The pages of somebody who is signed in, by their addresses. */
export function SignedIn() {
  const { wanted = '/' } = useHistoryState<{ wanted?: string } | null>() ?? {};
  const path = usePathname();
  const later = useLaterParts();
  const Pane = later?.PANES[path];
  const [, open] = CONVERSATION.exec(path) ?? [];
  if (isAccountPage(path)) return <Redirect to={wanted} />;
  if (open !== undefined) return <Home open={open.toLowerCase()} />;
  if (Pane || path === '/') return <Home>{Pane && <Pane />}</Home>;
  return later && <later.NotFound />;
}
