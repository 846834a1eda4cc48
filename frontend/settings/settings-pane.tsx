import { lazy, Suspense } from 'react';
import { useTexts } from '../texts/use-texts.ts';

/** Few look at the settings, and seldom, so that they are fetched when somebody does. */
const Settings = lazy(async () => ({ default: (await import('./settings.tsx')).Settings }));

export function SettingsPane() {
  const { app } = useTexts();
  return (
    <Suspense
      fallback={
        <main className="conversation">
          <h1 className="visually-hidden">{app.name}</h1>
          <p className="log-hint appears-late">{app.loading}</p>
        </main>
      }
    >
      <Settings />
    </Suspense>
  );
}
