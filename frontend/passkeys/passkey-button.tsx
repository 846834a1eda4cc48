import { type MouseEvent, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';
import { useAccountTexts } from '../parts/account-texts.ts';
import { PartMissing, useChatLoader } from '../parts/chat-loader.ts';
import { formProblemOf } from '../parts/form-problem.ts';
import { useTexts } from '../texts/use-texts.ts';
import { NoPasskey } from './no-passkey.ts';

/** In the form to log in: the way without name and password. What it takes is loaded when somebody goes it. */
export function PasskeyButton({ onLoggedIn }: { onLoggedIn: () => void }) {
  const loader = useChatLoader();
  const texts = useTexts();
  const account = useAccountTexts();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const logIn = async ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const isShared = form !== null && new FormData(form).has('sharedComputer');
      const { passkeyApi } = await importAnew(() => import('./passkey-api.ts')).catch((cause) => {
        throw new PartMissing({ cause });
      });
      await loader.logIn((chat) =>
        chat.getIn(() => passkeyApi.logIn(isShared ? { sharedComputer: true } : {})),
      );
      onLoggedIn();
    } catch (error) {
      const isNone = error instanceof NoPasskey;
      setProblem(isNone ? account.noPasskey : (await formProblemOf(error, { ...texts, account })).words);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <button type="button" className="quiet-button" aria-disabled={isBusy} onClick={logIn}>
        {account.logInWithPasskey}
      </button>
      {problem !== undefined && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </>
  );
}
