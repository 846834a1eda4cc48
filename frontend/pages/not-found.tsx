import { useEffect } from 'react';
import { useAroundTexts } from '../parts/around-texts.ts';
import { Link } from '../parts/link.tsx';
import { Mark } from '../parts/mark.tsx';
import { useTexts } from '../texts/use-texts.ts';

export function NotFound() {
  const { app } = useTexts();
  const texts = useAroundTexts();
  useEffect(() => {
    document.title = app.titleOf(texts.notFound);
  }, [app, texts]);
  return (
    <main className="notice-page">
      <Mark />
      <h1>{texts.notFound}</h1>
      <p>{texts.notFoundHint}</p>
      <p>
        <Link href="/" className="main-button">
          {texts.goToConversations}
        </Link>
      </p>
    </main>
  );
}
