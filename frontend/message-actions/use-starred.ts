import { useCallback, useEffect, useState } from 'react';
import type { Starred } from '../../lib/protocol/rest.ts';
import { laterApi } from '../net/later-api.ts';
import { useChat } from '../parts/use-chat.ts';

/** The starred messages as far as they are loaded. */
export interface StarredList {
  readonly all: readonly Starred[];
  readonly status: 'loading' | 'failed' | 'idle';
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly unstar: (starred: Starred) => void;
}

const NOTHING_YET = { all: [] as readonly Starred[], status: 'loading' as StarredList['status'] };

/** Asks for the starred messages, page by page; what is unstarred here goes at once. */
export function useStarred(): StarredList {
  const chat = useChat();
  const [list, setList] = useState<typeof NOTHING_YET & { readonly next?: string }>(NOTHING_YET);

  const ask = useCallback(async (cursor?: string) => {
    setList((now) => ({ ...now, status: 'loading' }));
    try {
      const page = await laterApi.starred(cursor);
      setList(({ all }) => ({
        all: cursor === undefined ? page.starred : [...all, ...page.starred],
        status: 'idle',
        ...(page.next !== undefined && { next: page.next }),
      }));
    } catch {
      setList((now) => ({ ...now, status: 'failed' }));
    }
  }, []);
  useEffect(() => void ask(), [ask]);

  return {
    ...list,
    hasMore: list.next !== undefined,
    more: () => void ask(list.next),
    unstar(starred) {
      chat.changeSide(starred.with.name, { unstar: [starred.entry.seq] });
      setList((now) => ({ ...now, all: now.all.filter((it) => it !== starred) }));
    },
  };
}
