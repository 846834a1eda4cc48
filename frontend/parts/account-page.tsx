import type { ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useAccountTexts } from './account-texts.ts';
import { Mark } from './mark.tsx';

/** What stands around a form on which somebody gets in: whose door this is, and what is behind it. */
export function AccountPage({ children }: { children: ReactNode }) {
  const { app } = useTexts();
  const account = useAccountTexts();
  return (
    <div className="account-page">
      <header className="welcome">
        <p className="wordmark">
          <Mark />
          {app.name}
        </p>
        <p className="welcome-line">{account.welcome}</p>
        <p className="welcome-promise">{account.promise}</p>
        <div className="welcome-picture" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      </header>
      <main className="account-main">{children}</main>
    </div>
  );
}
