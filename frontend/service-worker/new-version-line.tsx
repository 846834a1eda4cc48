import { useEffect, useState, useSyncExternalStore } from 'react';
import '../styles/new-version.css';
import { useAroundTexts } from '../parts/around-texts.ts';
import type { NewVersions } from './new-versions.ts';
import { startServiceWorker } from './start.ts';

/** Says when a newer version is ready; once dismissed, with the next start. It is there, empty, at all times: only then is what it says read out. */
export function NewVersionLine() {
  const { newVersion } = useAroundTexts();
  const versions = useNewVersions();
  const [isDismissed, setDismissed] = useState(false);
  const isThere = useSyncExternalStore(
    versions?.subscribe ?? neverChanges,
    () => versions?.isThere() ?? false,
  );
  return (
    <div role="status" className="new-version">
      {isThere && !isDismissed && (
        <p>
          {newVersion.isThere}
          <button type="button" className="link-button" onClick={() => versions?.take()}>
            {newVersion.take}
          </button>
          <button type="button" className="link-button" onClick={() => setDismissed(true)}>
            {newVersion.later}
          </button>
        </p>
      )}
    </div>
  );
}

function useNewVersions(): NewVersions | undefined {
  const [versions, setVersions] = useState<NewVersions>();
  useEffect(() => {
    void startServiceWorker().then(setVersions);
  }, []);
  return versions;
}

function neverChanges(): () => void {
  return () => {};
}
