import type { Page } from 'playwright-core';

/** What the page’s heap holds when the conversation with somebody is opened, and when all of it was scrolled through. */
export async function heapWith(page: Page, name: string): Promise<Record<string, string>> {
  await page.goto('/');
  await page.locator(`a[href="/c/${name}"]`).first().waitFor();
  const before = await heapOf(page);
  await page.goto(`/c/${name}`);
  await page.locator('[role="log"] [data-client-id]').first().waitFor();
  const opened = await heapOf(page);
  await page.evaluate(async () => {
    const log = document.querySelector<HTMLElement>('[role="log"]');
    while (log && !log.querySelector('[data-seq="1"]')) {
      log.scrollTop = 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  const scrolled = await heapOf(page);
  const rows = await page.locator('[role="log"] [data-client-id]').count();
  return {
    'heap with no conversation open': megabytes(before),
    'heap with the longest one opened': megabytes(opened),
    'heap when all of it was scrolled through': megabytes(scrolled),
    'rows in the page then': String(rows),
  };
}

/** What is still in use after the garbage was collected. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
