import { useEffect, useState } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import { useSidesTexts } from '../conversation-settings/sides-texts.ts';
import { plainText } from '../message-text/parse.ts';
import { useAroundTexts } from '../parts/around-texts.ts';
import { Link } from '../parts/link.tsx';
import { useProblemTexts } from '../parts/problem-texts.ts';
import { useChat, useKnown, useStateNow } from '../parts/use-chat.ts';
import { personNamed } from '../state/shown-lists.ts';
import '../styles/news-note.css';
import { createFreshMessages, type Fresh } from './fresh-messages.ts';
import { isAnyInSight, isFirstToTell, showWhetherInSight } from './one-of-the-tabs.ts';
import { showHere } from './show-here.ts';
import { maySound, playSound } from './sound.ts';

/** As long as it takes to read two lines and to decide. */
const SHOWN_MS = 6_000;

/** A page that would have to be silent lets others go first. */
const HEAD_START_MS = 300;

interface News {
  readonly person: Person;
  readonly text: string;
}

/**
 * Tells of what comes in conversations that nobody is looking at: in a line on each page that somebody can see, or by a
 * notification while all are hidden; and by a sound, of one of them. The line also says when something that was wished could
 * not be had.
 */
export function NewsNote() {
  const texts = useSidesTexts();
  const problems = useProblemTexts();
  const around = useAroundTexts();
  const refused = useKnown((state) => state.refusedWish);
  const [news, dismiss] = useNews();
  useEndOfRefusal();
  return (
    <div role="status" className="news-note">
      {refused ? (
        <p>
          {texts.refused} {problems[refused.problem]}
        </p>
      ) : (
        news && (
          <Link href={`/c/${news.person.name}`} onClick={dismiss}>
            {around.hasWritten(news.person.displayName, news.text)}
          </Link>
        )
      )}
    </div>
  );
}

/** Does it in one tab of the browser: in one that somebody can see, if there is any. Where it is read, it need not be told. */
async function tellOnce(what: string, isSeen: boolean, tell: () => void): Promise<void> {
  if (!isSeen && (await isAnyInSight())) return;
  if (!maySound()) await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
  if (await isFirstToTell(what)) tell();
}

/** What has come last in another conversation, for a while. */
function useNews(): [news: News | undefined, dismiss: () => void] {
  const stateNow = useStateNow();
  const conversations = useKnown((state) => state.conversations);
  const open = useKnown((state) => state.open);
  const [news, setNews] = useState<News>();
  const [freshIn] = useState(() => createFreshMessages(stateNow()));

  useEffect(showWhetherInSight, []);
  useEffect(() => {
    for (const each of freshIn(stateNow(), Date.now())) tell(each);

    function tell({ with: name, message }: Fresh): void {
      const isSeen = document.visibilityState === 'visible';
      const isOpen = name === stateNow().open;
      const person = personNamed(stateNow().people, name);
      const text = plainText(message.text);
      if (isSeen && !isOpen) setNews({ person, text });
      const isRead = isSeen && isOpen && document.hasFocus();
      void tellOnce(`${name}/${message.seq}`, isSeen, () => {
        if (!isRead) playSound();
        if (!isSeen) void showHere({ kind: 'message', with: name, displayName: person.displayName, text });
      });
    }
  }, [conversations, stateNow, freshIn]);

  useEffect(() => {
    const timer = setTimeout(() => setNews(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news]);
  const isOpen = news !== undefined && news.person.name === open;
  return [isOpen ? undefined : news, () => setNews(undefined)];
}

function useEndOfRefusal(): void {
  const chat = useChat();
  const refused = useKnown((state) => state.refusedWish);
  useEffect(() => {
    if (!refused) return;
    const timer = setTimeout(chat.hasSeenRefusal, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [chat, refused]);
}
