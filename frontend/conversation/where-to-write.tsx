import { type ComponentType, lazy, Suspense } from 'react';
import type { UndecidedProps } from '../conversation-settings/undecided.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import { Composer } from './composer.tsx';

/** Few have to decide about somebody, and seldom, so that it is fetched when somebody does. */
const Undecided = lazy(() =>
  import('../conversation-settings/undecided.tsx').then(
    ({ Undecided }): { default: ComponentType<UndecidedProps> } => ({ default: Undecided }),
    // Without it there is nowhere to write; the next time may be better.
    () => ({ default: () => null }),
  ),
);

/** Where one writes; or, as long as somebody is not accepted, or is blocked, what can be done about that. */
export function WhereToWrite({ name, displayName }: { name: string; displayName: string }) {
  const side = useKnown((state) => (state.conversations.get(name) ?? NO_CONVERSATION).side);
  if (!side.request && !side.blocked) return <Composer name={name} displayName={displayName} />;
  return (
    <Suspense fallback={null}>
      <Undecided name={name} displayName={displayName} isBlocked={side.blocked === true} />
    </Suspense>
  );
}
