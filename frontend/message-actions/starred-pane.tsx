import { lazy, Suspense } from 'react';

/** Few look at it, and seldom, so that it is fetched when somebody does. */
const Starred = lazy(async () => ({ default: (await import('./starred.tsx')).Starred }));

export function StarredPane() {
  return (
    <Suspense fallback={<main className="conversation" />}>
      <Starred />
    </Suspense>
  );
}
