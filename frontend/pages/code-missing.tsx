import { useEffect, useState } from 'react';
import { Mark } from '../parts/mark.tsx';
import { reloadIfItMayHelp } from '../parts/reload-if-it-may-help.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The page has come, but not the rest of its code: most likely a newer version took its place on the server. */
export function CodeMissing() {
  const { app } = useTexts();
  const [isCertain, setCertain] = useState(false);
  useEffect(() => {
    void reloadIfItMayHelp().then((reloads) => setCertain(!reloads));
  }, []);
  if (!isCertain) return null;
  return (
    <main className="notice-page">
      <Mark />
      <div role="alert">
        <h1>{app.codeMissing}</h1>
        <p>{app.codeMissingHint}</p>
      </div>
      <button type="button" className="main-button" onClick={() => location.reload()}>
        {app.tryAgain}
      </button>
    </main>
  );
}
