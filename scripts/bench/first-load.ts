import type { BrowserContext, Page } from 'playwright-core';

/** As Lighthouse takes a phone's network for: 150 ms there and back, 1.6 Mbit/s. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** What a page has loaded until it shows what is waited for. */
export interface FirstLoad {
  /** ms since the navigation began. */
  readonly shownMs: number;
  readonly requests: number;
  /** On the wire, headers left out. */
  readonly bytes: number;
}

/**
 * Opens a page in a browser that has nothing in its cache.
 * @param context a new one, with no more than a log-in
 * @param shown what has to be there
 */
export async function firstLoad(
  context: BrowserContext,
  path: string,
  shown: string,
  network: 'as it is' | 'slow',
): Promise<FirstLoad> {
  const page = await context.newPage();
  if (network === 'slow') {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
  }
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator(shown).first().waitFor();
  const shownMs = await paintedMs(page);
  const { requests, bytes } = await page.evaluate(() => {
    const loaded = performance
      .getEntriesByType('navigation')
      .concat(performance.getEntriesByType('resource')) as PerformanceResourceTiming[];
    return {
      requests: loaded.length,
      bytes: loaded.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0),
    };
  });
  await page.close();
  return { shownMs, requests, bytes };
}

/** When the frame was painted that has what is there now: ms since the navigation began. */
export function paintedMs(page: Page): Promise<number> {
  return page.evaluate(
    () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
  );
}
