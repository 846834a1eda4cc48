import { useEffect, useRef } from 'react';
import type { Starred as StarredMessage } from '../../lib/protocol/rest.ts';
import { plainText } from '../message-text/parse.ts';
import { Avatar } from '../parts/avatar.tsx';
import { BackLink } from '../parts/back-link.tsx';
import { Link } from '../parts/link.tsx';
import { Moment } from '../parts/moment.tsx';
import { shortTime } from '../parts/times.ts';
import { useChat } from '../parts/use-chat.ts';
import '../styles/starred.css';
import { useTexts } from '../texts/use-texts.ts';
import { useActionTexts } from './action-texts.ts';
import { IconButton } from './icon-button.tsx';
import { useStarred } from './use-starred.ts';

/** The messages that somebody has starred, and the ways to their places. */
export function Starred() {
  const texts = useActionTexts();
  const { all, status, hasMore, more, unstar } = useStarred();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = texts.starredPageTitle;
  }, [texts]);

  // What was pressed to come here is hidden on a phone, and with it the focus would be lost.
  useEffect(() => heading.current?.focus(), []);

  return (
    <main className="conversation">
      <header className="conversation-header">
        <BackLink label={texts.back} />
        <h1 ref={heading} tabIndex={-1}>
          {texts.starredTitle}
        </h1>
      </header>
      <div className="starred">
        <ul aria-label={texts.starredTitle}>
          {all.map((starred) => (
            <StarredRow
              key={`${starred.with.name}/${starred.entry.seq}`}
              starred={starred}
              onUnstar={() => {
                unstar(starred);
                heading.current?.focus();
              }}
            />
          ))}
        </ul>
        {status === 'loading' && <p className="log-hint appears-late">{texts.loading}</p>}
        {status === 'idle' && all.length === 0 && <p className="log-hint">{texts.nothingStarred}</p>}
        {status === 'failed' && (
          <p className="log-hint" role="alert">
            {texts.starredFailed}{' '}
            <button type="button" className="link-button" onClick={more}>
              {texts.tryAgain}
            </button>
          </p>
        )}
        {status === 'idle' && hasMore && (
          <button type="button" className="quiet-button more-button" onClick={more}>
            {texts.moreStarred}
          </button>
        )}
      </div>
    </main>
  );
}

function StarredRow({ starred, onUnstar }: { starred: StarredMessage; onUnstar: () => void }) {
  const chat = useChat();
  const texts = useActionTexts();
  const { conversation } = useTexts();
  const { with: person, entry, edit } = starred;
  const text = entry.gone ? conversation.deleted : plainText(edit?.text ?? entry.text);
  return (
    <li className="starred-row">
      <Link href={`/c/${person.name}`} onClick={() => chat.goTo(person.name, entry.seq)}>
        <Avatar person={person} />
        <span className="starred-title">
          <bdi>{person.displayName}</bdi>
          <Moment at={entry.at}>{shortTime(entry.at, Date.now())}</Moment>
        </span>
        <span className="starred-text">
          {entry.from !== person.name && <span>{conversation.saidBy(conversation.you)} </span>}
          <span dir="auto">{text}</span>
        </span>
      </Link>
      <IconButton icon="star" label={texts.unstar} onClick={onUnstar} />
    </li>
  );
}
