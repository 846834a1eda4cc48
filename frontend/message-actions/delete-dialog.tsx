import { useRef } from 'react';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useChat } from '../parts/use-chat.ts';
import type { ShownMessage } from '../state/shown-messages.ts';
import { useActionTexts } from './action-texts.ts';

export interface DeleteDialogProps {
  readonly name: string;
  readonly message: ShownMessage;
  readonly onClose: () => void;
}

/** Asks for whom a message is to be deleted: it can't be undone. */
export function DeleteDialog({ name, message: { seq, mine, gone }, onClose }: DeleteDialogProps) {
  const chat = useChat();
  const texts = useActionTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const doing = (what: (seq: number) => void) => () => {
    dialog.current?.close();
    if (seq !== undefined) what(seq);
  };
  const canBeForBoth = mine && !gone;
  return (
    <TitledDialog className="asking" dialog={dialog} title={texts.deleteTitle} onClose={onClose}>
      <p>{canBeForBoth ? texts.deleteHint : texts.deleteForMeHint}</p>
      <div className="dialog-buttons">
        <button type="button" className="quiet-button" onClick={() => dialog.current?.close()}>
          {texts.cancel}
        </button>
        <button
          type="button"
          className="danger-button"
          onClick={doing((it) => chat.changeSide(name, { hide: [it] }))}
        >
          {texts.deleteForMe}
        </button>
        {canBeForBoth && (
          <button
            type="button"
            className="danger-button"
            onClick={doing((it) => chat.deleteForBoth(name, it))}
          >
            {texts.deleteForBoth}
          </button>
        )}
      </div>
    </TitledDialog>
  );
}
