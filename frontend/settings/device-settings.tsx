import { useState } from 'react';
import { useKnown } from '../parts/use-chat.ts';
import { deleteDatabase } from '../store/delete-database.ts';
import { databaseName } from '../store/local-copy.ts';
import { Section } from './section.tsx';
import { useSettingsTexts } from './settings-texts.ts';
import { isOnSharedComputer } from './shared-computer.ts';
import { useSizeOnDevice } from './use-size-on-device.ts';

/** What lies on this device, and how to be rid of it. */
export function DeviceSettings() {
  const { device } = useSettingsTexts();
  const session = useKnown((state) => state.session);
  const isShared = useKnown(isOnSharedComputer);
  const size = useSizeOnDevice();
  const [isKept, setKept] = useState(false);
  if (session.status !== 'signed-in') return null;

  const startAnew = async () => {
    const isDeleted = await deleteDatabase(databaseName(session.me.name));
    setKept(!isDeleted);
    if (isDeleted) location.reload();
  };

  return (
    <Section heading={device.heading}>
      {isShared ? (
        <p>{device.nothingKept}</p>
      ) : (
        <>
          <p>
            {device.kept} {size !== undefined && device.size(size)}
          </p>
          <button type="button" className="quiet-button" onClick={startAnew}>
            {device.delete}
          </button>
          <p className="hint">{device.deleteHint}</p>
          {isKept && (
            <p role="alert" className="problem">
              {device.notDeleted}
            </p>
          )}
        </>
      )}
    </Section>
  );
}
