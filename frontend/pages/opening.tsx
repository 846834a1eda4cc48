import { SkeletonRows } from '../parts/skeleton.tsx';
import { useTexts } from '../texts/use-texts.ts';

const ROWS = 7;

/** The outline of what is about to be there, so that nothing jumps when it is. */
export function Opening({ isLong }: { isLong: boolean }) {
  const { app } = useTexts();
  return (
    <main className="opening">
      <h1 className="visually-hidden">{app.name}</h1>
      <div className="opening-lists">
        <HeadOutline />
        <SkeletonRows count={ROWS} />
      </div>
      <p role="status" className="opening-words">
        {isLong && app.openingTakesLong}
      </p>
    </main>
  );
}

/** The outline of what stands above the lists. */
export function HeadOutline() {
  return (
    <>
      <SkeletonRows count={1} />
      <span className="opening-search" />
    </>
  );
}
