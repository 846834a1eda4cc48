import { plainText } from '../message-text/parse.ts';
import type { Composing } from '../state/model.ts';
import { useActionTexts } from './action-texts.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

export interface ComposingStripProps {
  readonly composing: Composing;
  readonly onCancel: () => void;
}

/** Says above the field what is answered or edited there, with the way out of it. */
export function ComposingStrip({ composing, onCancel }: ComposingStripProps) {
  const texts = useActionTexts();
  return (
    <div className="composing-strip">
      <Icon name={composing.about} />
      <p>
        <strong>{composing.about === 'reply' ? texts.replying : texts.editing}</strong>
        <span dir="auto">{plainText(composing.text)}</span>
      </p>
      <IconButton icon="close" label={texts.cancel} onClick={onCancel} />
    </div>
  );
}
