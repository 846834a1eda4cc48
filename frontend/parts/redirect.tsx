import { useLayoutEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';

/** Leads to another page, in place of this one. */
export function Redirect({ to, state }: { to: string; state?: unknown }) {
  useLayoutEffect(() => navigate(to, { replace: true, state }), []);
  return null;
}
