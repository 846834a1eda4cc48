import type { ShownLists } from '../state/shown-lists.ts';
import { number } from '../texts/plural.ts';
import { useLanguage } from '../texts/use-texts.ts';

export type OtherList = Exclude<keyof ShownLists, 'current'>;

export interface OtherListsProps {
  readonly lists: ShownLists;
  /** Which of them is shown in place of all others; undefined if none is. */
  readonly shown: OtherList | undefined;
  readonly onChosen: (list: OtherList | undefined) => void;
}

const OTHERS: readonly OtherList[] = ['requests', 'archived'];

/** The ways to the conversations that are not among the others, and back. */
export function OtherLists({ lists, shown, onChosen }: OtherListsProps) {
  const { tag, texts } = useLanguage();
  const { sidebar } = texts;
  if (shown) {
    return (
      <button type="button" className="other-list" onClick={() => onChosen(undefined)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M15 5l-7 7 7 7" />
        </svg>
        {sidebar.backToAll}
      </button>
    );
  }
  return OTHERS.filter((list) => lists[list].length > 0).map((list) => (
    <button key={list} type="button" className="other-list" onClick={() => onChosen(list)}>
      {sidebar[list]}
      <span className="other-list-count">{number(tag, lists[list].length)}</span>
    </button>
  ));
}
