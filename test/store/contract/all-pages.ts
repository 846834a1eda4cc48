import { expect } from '@jest/globals';
import type { Page, PageRequest } from '../../../lib/chat/page.ts';

/** More pages than any test has: a list whose pages lead in a circle ends here. */
const MAX_PAGES = 100;

/** All items, read page by page as a client does, each page checked to be no longer than asked for. */
export async function allPages<Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
  limit: number,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await list({ cursor, limit });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    if (cursor !== undefined) expect(page.items).not.toEqual([]);
    items.push(...page.items);
    if (page.next === undefined) return items;
    // Only a full page has another behind it, which is not empty, and leads on.
    expect(page.items).toHaveLength(limit);
    expect(page.next).not.toBe(cursor);
    cursor = page.next;
  }
  throw new Error(`The list goes on after ${MAX_PAGES} pages.`);
}
