import { type FormEvent, useMemo, useRef, useState } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import { Avatar } from '../parts/avatar.tsx';
import { TitledDialog } from '../parts/titled-dialog.tsx';
import { useChat, useStateNow } from '../parts/use-chat.ts';
import type { State } from '../state/model.ts';
import { shownConversations } from '../state/shown-lists.ts';
import { useActionTexts } from './action-texts.ts';
import { useFoundPeople } from './use-found-people.ts';

export interface ForwardDialogProps {
  readonly text: string;
  readonly onClose: () => void;
  /** Tells whoever does not see it. */
  readonly say: (what: string) => void;
}

/** Asks to whom a message is to be forwarded, to one or to several, and sends it. */
export function ForwardDialog({ text, onClose, say }: ForwardDialogProps) {
  const chat = useChat();
  const texts = useActionTexts();
  const stateNow = useStateNow();
  const dialog = useRef<HTMLDialogElement>(null);
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // As it was when it was opened: rows that move under the finger are pressed by mistake.
  const known = useMemo(() => latestFirst(stateNow()), [stateNow]);
  const found = useFoundPeople(filter);
  const people = [...known, ...found.filter(({ name }) => !known.some((it) => it.name === name))];

  const send = (event: FormEvent) => {
    event.preventDefault();
    for (const name of chosen) chat.send(name, text, { forwarded: true });
    say(texts.forwarded(chosen.size));
    dialog.current?.close();
  };
  const toggle = (name: string) => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };

  return (
    <TitledDialog className="asking" dialog={dialog} title={texts.forwardTitle} onClose={onClose}>
      <form className="forward" onSubmit={send}>
        <input
          type="search"
          aria-label={texts.findPeople}
          placeholder={texts.findPeople}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
        <ul>
          {people
            .filter((person) => matches(person, filter))
            .map((person) => (
              <li key={person.name}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(person.name)}
                    onChange={() => toggle(person.name)}
                  />
                  <Avatar person={person} />
                  <bdi>{person.displayName}</bdi>
                </label>
              </li>
            ))}
        </ul>
        <div className="dialog-buttons">
          <button type="button" className="quiet-button" onClick={() => dialog.current?.close()}>
            {texts.cancel}
          </button>
          <button type="submit" className="main-button" disabled={chosen.size === 0}>
            {texts.forward}
          </button>
        </div>
      </form>
    </TitledDialog>
  );
}

/** Everybody who is known: those of the latest conversations, then the others by their names. */
function latestFirst(state: State): Person[] {
  const recent = shownConversations(state).map(({ person }) => person);
  const names = new Set(recent.map(({ name }) => name));
  const others = [...state.people.values()].filter(({ name }) => !names.has(name));
  return [...recent, ...others.sort((one, other) => (one.name < other.name ? -1 : 1))];
}

function matches({ name, displayName }: Person, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return name.includes(wanted) || displayName.toLowerCase().includes(wanted);
}
