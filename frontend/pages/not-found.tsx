import { useEffect } from 'react';
import { Link } from '../parts/link.tsx';
import { Mark } from '../parts/mark.tsx';
import { useTexts } from '../texts/use-texts.ts';

export function NotFound() {
  const { app } = useTexts();
  useEffect(() => {
    document.title = app.titleOf(app.notFound);
  }, [app]);
  return (
    <main className="notice-page">
      <Mark />
      <h1>{app.notFound}</h1>
      <p>{app.notFoundHint}</p>
      <p>
        <Link href="/" className="main-button">
          {app.goToConversations}
        </Link>
      </p>
    </main>
  );
}
