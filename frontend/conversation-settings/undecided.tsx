import { useState } from 'react';
import { useChat } from '../parts/use-chat.ts';
import '../styles/conversation-settings.css';
import { BlockDialog } from './block-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { useSidesTexts } from './sides-texts.ts';
import { UnblockButton } from './unblock-button.tsx';

export interface UndecidedProps {
  readonly name: string;
  readonly displayName: string;
  readonly isBlocked: boolean;
  /** They have deleted their account. */
  readonly isGone: boolean;
}

/** In place of where one writes: somebody new, to be accepted or not; somebody who is blocked; or somebody who is gone. */
export function Undecided({ name, displayName, isBlocked, isGone }: UndecidedProps) {
  const chat = useChat();
  const texts = useSidesTexts();
  const [asked, setAsked] = useState<'block' | 'report'>();
  const person = { name, displayName };
  const endQuestion = () => setAsked(undefined);
  if (isGone) {
    return (
      <section className="undecided">
        <p>{texts.isGone}</p>
        <p className="hint">{texts.goneMeans}</p>
      </section>
    );
  }
  if (isBlocked) {
    return (
      <section className="undecided">
        <p>{texts.isBlocked(displayName)}</p>
        <UnblockButton name={name} />
      </section>
    );
  }
  return (
    <section className="undecided">
      <p>{texts.requestFrom(displayName, name)}</p>
      <p className="hint">{texts.requestMeans}</p>
      <div className="undecided-buttons">
        <button
          type="button"
          className="main-button"
          onClick={() => chat.changeSide(name, { accepted: true })}
        >
          {texts.accept}
        </button>
        <button type="button" className="quiet-button" onClick={() => setAsked('block')}>
          {texts.block}
        </button>
        <button type="button" className="quiet-button" onClick={() => setAsked('report')}>
          {texts.report}
        </button>
      </div>
      {asked === 'block' && <BlockDialog person={person} onClose={endQuestion} />}
      {asked === 'report' && <ReportDialog person={person} onClose={endQuestion} />}
    </section>
  );
}
