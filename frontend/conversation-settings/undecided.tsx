import { useState } from 'react';
import { useChat, useKnown } from '../parts/use-chat.ts';
import { NO_CONVERSATION } from '../state/model.ts';
import '../styles/conversation-settings.css';
import { BlockDialog } from './block-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { useSidesTexts } from './sides-texts.ts';
import { UnblockButton } from './unblock-button.tsx';

export interface UndecidedProps {
  readonly name: string;
  readonly displayName: string;
}

/** In place of where one writes: somebody new, to be accepted or not; somebody who is blocked; or somebody who is gone. */
export function Undecided({ name, displayName }: UndecidedProps) {
  const { side, entries } = useKnown((state) => state.conversations.get(name) ?? NO_CONVERSATION);
  const chat = useChat();
  const texts = useSidesTexts();
  const [asked, setAsked] = useState<'block' | 'report'>();
  const person = { name, displayName };
  const endQuestion = () => setAsked(undefined);
  if (entries.at(-1)?.kind === 'departure') {
    return (
      <section className="undecided">
        <p>{texts.isGone}</p>
        <p className="hint">{texts.goneMeans}</p>
      </section>
    );
  }
  if (side.blocked) {
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
