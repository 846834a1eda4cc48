import { useProblemTexts } from '../parts/problem-texts.ts';
import type { Loaded } from './use-loaded.ts';

export interface NotLoadedProps {
  readonly of: Pick<Loaded<unknown>, 'problem' | 'load'>;
  readonly texts: {
    readonly loading: string;
    readonly failed: (problem: string) => string;
    readonly again: string;
  };
}

/** In the place of something that is on its way, or could not be had and can be asked for again. */
export function NotLoaded({ of: { problem, load }, texts }: NotLoadedProps) {
  const problems = useProblemTexts();
  if (problem === undefined) return <p className="hint">{texts.loading}</p>;
  return (
    <>
      <p role="alert" className="problem">
        {texts.failed(problems[problem])}
      </p>
      <button type="button" className="quiet-button" onClick={load}>
        {texts.again}
      </button>
    </>
  );
}
