import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useAroundTexts } from '../parts/around-texts.ts';
import { useHelpTexts } from './help-texts.ts';
import { Keys } from './keys.tsx';
import { singleKeysAreOn, turnSingleKeys } from './single-keys.ts';
import '../styles/help-sheet.css';

/** All that can be done with the keyboard alone, on a sheet over the page. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const help = useHelpTexts();
  const { keyNames } = useAroundTexts();
  const title = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  const [singleKeys, setSingleKeys] = useState(singleKeysAreOn);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} className="help-sheet" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{help.title}</h2>
      <h3>{help.everywhere}</h3>
      <dl>
        <Line does={help.find}>
          <Keys of="find" />
          {singleKeys && <Keys of={['/']} />}
        </Line>
        <Line does={help.next}>
          <Keys of="next" />
        </Line>
        <Line does={help.previous}>
          <Keys of="previous" />
        </Line>
        <Line does={help.back}>
          <Keys of="back" />
        </Line>
        <Line does={help.help}>
          <Keys of="help" />
          {singleKeys && <Keys of={['?']} />}
        </Line>
      </dl>
      <h3>{help.inLists}</h3>
      <dl>
        <Line does={help.move}>
          <Keys of={['↑', '↓']} />
        </Line>
        <Line does={help.ends}>
          <Keys of={[keyNames.home, keyNames.end]} />
        </Line>
        <Line does={help.letters}>
          <Keys of={[help.aLetter]} />
        </Line>
        <Line does={help.open}>
          <Keys of={[keyNames.enter]} />
        </Line>
      </dl>
      <h3>{help.writing}</h3>
      <dl>
        <Line does={help.send}>
          <Keys of={[keyNames.enter]} />
        </Line>
        <Line does={help.newLine}>
          <Keys of={[keyNames.shift, keyNames.enter]} />
        </Line>
        <Line does={help.editLast}>
          <Keys of={['↑']} />
        </Line>
      </dl>
      <h3>{help.inMessages}</h3>
      <dl>
        <Line does={help.toMessages}>
          <Keys of={['↑', '↓']} />
        </Line>
        <Line does={help.messageMenu}>
          <Keys of={[keyNames.enter]} />
        </Line>
      </dl>
      <form method="dialog">
        <label className="single-keys">
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={({ target }) => {
              turnSingleKeys(target.checked);
              setSingleKeys(target.checked);
            }}
          />
          {help.singleKeys}
        </label>
        <div className="dialog-buttons">
          <button type="submit" className="main-button">
            {help.close}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Line({ does, children }: { does: string; children: ReactNode }) {
  return (
    <div className="help-line">
      <dt>{does}</dt>
      <dd>{children}</dd>
    </div>
  );
}
