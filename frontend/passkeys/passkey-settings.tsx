import { useEffect, useRef, useState } from 'react';
import type { ListedPasskey } from '../../lib/protocol/passkey-rest.ts';
import { NotLoaded } from '../settings/not-loaded.tsx';
import { Section } from '../settings/section.tsx';
import { useLoaded } from '../settings/use-loaded.ts';
import { canUsePasskeys } from './can-use-passkeys.ts';
import { passkeyApi } from './passkey-api.ts';
import { PasskeyDialog } from './passkey-dialog.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import { usePasskeyTexts } from './passkey-texts.ts';

const listPasskeys = async () => (await passkeyApi.list()).passkeys;

/** What lets somebody in without a password: which there are, how to add one, and how to be rid of one. */
export function PasskeySettings({ say }: { say: (what: string) => void }) {
  const texts = usePasskeyTexts();
  const loaded = useLoaded<readonly ListedPasskey[]>(listPasskeys);
  const { value: passkeys, problem } = loaded;
  /** Which is going to be removed, or that one is going to be added. */
  const [asked, setAsked] = useState<ListedPasskey | 'add'>();
  const [changes, setChanges] = useState(0);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // To what has changed; not before the dialog is gone, which lets nothing else have the focus.
    if (changes > 0) list.current?.focus();
  }, [changes]);

  const nameOf = ({ device }: ListedPasskey) => device || texts.unknownDevice;
  const hasAdded = (added: ListedPasskey) => {
    setAsked(undefined);
    loaded.setValue((all = []) => [added, ...all]);
    setChanges((count) => count + 1);
    say(texts.hasAdded(nameOf(added)));
  };
  const hasRemoved = (removed: ListedPasskey) => {
    setAsked(undefined);
    loaded.setValue((all) => all?.filter((one) => one !== removed));
    say(texts.hasRemoved(nameOf(removed)));
    setChanges((count) => count + 1);
  };

  return (
    <Section heading={texts.heading}>
      <p className="hint">{texts.what}</p>
      <div ref={list} className="passkeys" tabIndex={-1}>
        {problem !== undefined || passkeys === undefined ? (
          <NotLoaded of={loaded} texts={texts} />
        ) : passkeys.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <ul className="log-ins" aria-label={texts.heading}>
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} onRemove={() => setAsked(passkey)} />
            ))}
          </ul>
        )}
      </div>
      {canUsePasskeys() ? (
        <button type="button" className="quiet-button" onClick={() => setAsked('add')}>
          {texts.add}
        </button>
      ) : (
        <p className="hint">{texts.notHere}</p>
      )}
      {asked === 'add' && (
        <PasskeyDialog
          title={texts.adding}
          means={texts.addingMeans}
          button={{ kind: 'main-button', words: texts.next }}
          act={async (password) => hasAdded(await passkeyApi.add(password))}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked !== undefined && asked !== 'add' && (
        <PasskeyDialog
          title={texts.removing(nameOf(asked))}
          means={texts.removingMeans}
          button={{ kind: 'danger-button', words: texts.remove }}
          act={async (password) => {
            await passkeyApi.remove(asked.id, password);
            hasRemoved(asked);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}
