import { useEffect, useState } from 'react';
import { Mark } from '../parts/mark.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** A reload that did not help is not repeated by itself before this time is over. */
const RELOAD_AGAIN_MS = 60_000;

const RELOADED_AT = 'reloaded-at';

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

/** Without the server, a reload would put the browser's own page in place of ours. */
async function reloadIfItMayHelp(): Promise<boolean> {
  try {
    const reloadedAt = Number(sessionStorage.getItem(RELOADED_AT));
    if (Date.now() - reloadedAt < RELOAD_AGAIN_MS) return false;
    const { ok } = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    if (!ok) return false;
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  } catch {
    return false;
  }
  location.reload();
  return true;
}
