import { useAroundTexts } from '../parts/around-texts.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Link } from '../parts/link.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { useHelpSheet } from '../shortcuts/use-help-sheet.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** Who I am, and the ways to what is not about anybody: the shortcuts, what is starred and the settings. */
export function WhoIAm() {
  const { app, sidebar } = useTexts();
  const texts = useAroundTexts();
  const help = useHelpSheet();
  const session = useKnown((state) => state.session);
  if (session.status !== 'signed-in') return null;
  const { me } = session;
  return (
    <section className="who-i-am" aria-label={sidebar.you}>
      <h1 className="visually-hidden">{app.name}</h1>
      <Avatar person={me} />
      <p className="my-names">
        <strong>
          <bdi>{me.displayName}</bdi>
        </strong>
        <span>
          <bdi className="name">{me.name}</bdi>
        </span>
      </p>
      <button
        type="button"
        className="icon-button with-mouse"
        aria-label={texts.shortcuts}
        onClick={help.show}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect x="2.5" y="6" width="19" height="12.5" rx="2.5" />
          <path d="M6.5 10h.01M10.2 10h.01M13.8 10h.01M17.5 10h.01M8 14.5h8" />
        </svg>
      </button>
      <Link href="/starred" className="icon-button" aria-label={texts.starred}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m12 3 2.7 5.6 6.1.8-4.5 4.3 1.2 6.1L12 16.8l-5.5 3 1.2-6.1-4.5-4.3 6.1-.8z" />
        </svg>
      </Link>
      <Link href="/settings" className="icon-button" aria-label={texts.settings}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 7h9M17.5 7H20M4 17h3M11.5 17H20" />
          <circle cx="15" cy="7" r="2.5" />
          <circle cx="9" cy="17" r="2.5" />
        </svg>
      </Link>
      {help.sheet}
    </section>
  );
}
