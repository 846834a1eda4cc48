import { useState } from 'react';
import { saveFile } from '../export/save-file.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useCodesTexts } from './codes-texts.ts';
import '../styles/conversation-settings.css';
import '../styles/second-factor.css';

const FILE_NAME = 'recovery-codes.txt';

export interface ShownCodesProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Recovery codes, the one time that they are shown. */
export function ShownCodes({ codes, onClose }: ShownCodesProps) {
  const { recovery: texts } = useCodesTexts();
  const [isCopied, setCopied] = useState(false);
  const lines = `${codes.join('\n')}\n`;
  // Where the clipboard is refused, they can still be read, and saved.
  const copy = () =>
    navigator.clipboard.writeText(lines).then(
      () => setCopied(true),
      () => {},
    );
  return (
    <TitledDialog className="question" title={texts.titleShown} onClose={onClose}>
      <p>{texts.shown}</p>
      <ol className="shown-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code} className="code-to-copy">
            {code}
          </li>
        ))}
      </ol>
      <p role="status" className="hint">
        {isCopied && texts.copied}
      </p>
      <div className="dialog-buttons">
        {'clipboard' in navigator && (
          <button type="button" className="quiet-button" onClick={copy}>
            {texts.copy}
          </button>
        )}
        <button
          type="button"
          className="quiet-button"
          onClick={() => saveFile(new Blob([lines], { type: 'text/plain' }), FILE_NAME)}
        >
          {texts.save}
        </button>
        <button type="button" className="main-button" onClick={onClose}>
          {texts.done}
        </button>
      </div>
    </TitledDialog>
  );
}
