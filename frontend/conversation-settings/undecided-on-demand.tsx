import { type ComponentType, lazy, Suspense } from 'react';
import type { UndecidedProps } from './undecided.tsx';

/** Few have to decide about somebody, and seldom, so that it is fetched when somebody does. */
const Undecided = lazy(() =>
  import('./undecided.tsx').then(
    ({ Undecided }): { default: ComponentType<UndecidedProps> } => ({ default: Undecided }),
    // Without it there is nowhere to write; the next time may be better.
    () => ({ default: () => null }),
  ),
);

export function UndecidedOnDemand(props: UndecidedProps) {
  return (
    <Suspense fallback={<div className="composer composer-held" />}>
      <Undecided {...props} />
    </Suspense>
  );
}
