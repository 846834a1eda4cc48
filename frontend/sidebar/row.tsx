import type { ReactNode } from 'react';
import type { Person } from '../../lib/protocol/names.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Link } from '../parts/link.tsx';
import type { RowKeys } from './use-roving-focus.ts';

export interface RowProps {
  readonly person: Person;
  /** Whether this conversation is the one beside the list. */
  readonly isOpen: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  readonly keys: RowKeys;
  readonly isUnseen?: boolean;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** Somebody in a list, and the way to the conversation with them. */
export function Row({ person, isOpen, isStop, keys, isUnseen, onClick, children }: RowProps) {
  return (
    <li>
      <Link
        href={`/c/${person.name}`}
        className="row"
        tabIndex={isStop ? 0 : -1}
        aria-current={isOpen ? 'page' : undefined}
        data-name={person.name}
        data-title={person.displayName}
        data-unseen={isUnseen}
        onClick={onClick}
        {...keys}
      >
        <Avatar person={person} />
        <span className="row-title" dir="auto">
          {person.displayName}
        </span>
        {children}
      </Link>
    </li>
  );
}
