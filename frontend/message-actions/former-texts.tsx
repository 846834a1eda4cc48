import { useRef } from 'react';
import { wholeMoment } from '../parts/times.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useActionTexts } from './action-texts.ts';

/** What a message said before it was edited, the latest first. */
export function FormerTexts({ message, onClose }: { message: ShownMessage; onClose: () => void }) {
  const texts = useActionTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <TitledDialog className="asking" dialog={dialog} title={texts.formerTitle} onClose={onClose}>
      <ol className="former-texts">
        {message.former.toReversed().map(({ text, at }) => (
          <li key={at}>
            <time dateTime={new Date(at).toISOString()}>{wholeMoment(at)}</time>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ol>
      <div className="dialog-buttons">
        <button type="button" className="main-button" onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </div>
    </TitledDialog>
  );
}
