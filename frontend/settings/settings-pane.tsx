import { lazy, Suspense } from 'react';
import { BackLink } from '../parts/back-link.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** Few look at the settings, and seldom, so that they are fetched when somebody does. */
const Settings = lazy(async () => ({ default: (await import('./settings.tsx')).Settings }));

export function SettingsPane() {
  const { settings } = useTexts();
  return (
    <Suspense
      fallback={
        <main className="conversation">
          <header className="conversation-header">
            <BackLink label={settings.back} />
            <h1>{settings.title}</h1>
          </header>
          <p className="log-hint appears-late">{settings.loading}</p>
        </main>
      }
    >
      <Settings />
    </Suspense>
  );
}
