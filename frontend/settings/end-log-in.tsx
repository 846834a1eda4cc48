import { useState } from 'react';
import type { ListedSession } from '../../lib/protocol/rest.ts';
import { type Problem, problemOf } from '../net/errors.ts';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { accountApi } from './account-api.ts';
import { useSafetyTexts } from './safety-texts.ts';

export interface EndLogInProps {
  readonly which: ListedSession | 'others';
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** Asks before somebody is logged out elsewhere; stays, and says why, if it could not be done. */
export function EndLogIn({ which, onEnded, onClose }: EndLogInProps) {
  const { logIns: texts } = useSafetyTexts();
  const problems = useProblemTexts();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const areOthers = which === 'others';

  const end = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await accountApi.endSession(areOthers ? { others: true } : { id: which.id });
      onEnded();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  const title = areOthers ? texts.questionOfOthers : texts.question(which.device || texts.unknownDevice);
  return (
    <TitledDialog className="question" title={title} onClose={onClose}>
      <p>{areOthers ? texts.meansOfOthers : texts.means}</p>
      {problem !== undefined && (
        <p role="alert" className="problem">
          {texts.notEnded(problems[problem])}
        </p>
      )}
      <div className="dialog-buttons">
        <button type="button" className="quiet-button" onClick={onClose}>
          {texts.cancel}
        </button>
        <button type="button" className="danger-button" aria-disabled={isBusy} onClick={end}>
          {areOthers ? texts.endOthers : texts.end}
        </button>
      </div>
    </TitledDialog>
  );
}
