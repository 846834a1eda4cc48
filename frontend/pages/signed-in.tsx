import type { ComponentType } from 'react';
import { useHistoryState, usePathname } from 'wouter/use-browser-location';
import { StarredPane } from '../message-actions/starred-pane.tsx';
import { Redirect } from '../parts/redirect.tsx';
import { SettingsPane } from '../settings/settings-pane.tsx';
import { isAccountPage } from './account-pages.ts';
import { Home } from './home.tsx';
import { NotFound } from './not-found.tsx';

/** What stands beside the lists in place of a conversation, by its address. */
const PANES: Readonly<Record<string, ComponentType>> = { '/settings': SettingsPane, '/starred': StarredPane };

const CONVERSATION = /^\/c\/([^/]+)\/?$/;

/** The pages of somebody who is signed in, by their addresses. */
export function SignedIn() {
  const { wanted = '/' } = useHistoryState<{ wanted?: string } | null>() ?? {};
  const path = usePathname();
  const Pane = PANES[path];
  const [, open] = CONVERSATION.exec(path) ?? [];
  if (isAccountPage(path)) return <Redirect to={wanted} />;
  if (open !== undefined) return <Home open={open.toLowerCase()} />;
  if (Pane || path === '/') return <Home>{Pane && <Pane />}</Home>;
  return <NotFound />;
}
