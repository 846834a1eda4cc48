import { spawn } from 'node:child_process';
import { chromiumPath } from './browser.ts';

/** Not a dependency: it brings 150 packages along, which an installation without it does without. */
const LIGHTHOUSE = 'lighthouse@13.5.0';

const LONGEST_RUN_MS = 180_000;

/** What the figures are counted for. */
export type Device = 'desktop' | 'mobile';

export interface LighthouseFigures {
  /** Of 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly lcpMs: number;
  readonly tbtMs: number;
  readonly cls: number;
  /** What costs the last two of the three above something. */
  readonly complaints: readonly string[];
}

/** The part of Lighthouse's report that is read here. */
interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly AuditRef[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
}

interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

/**
 * Has Lighthouse load a page in a browser of its own, and say what it thinks of it.
 * @param cookie of who is signed in
 * @throws Error with what it said, if it fails
 */
export async function lighthouse(url: string, device: Device, cookie?: string): Promise<LighthouseFigures> {
  const report = await run([
    url,
    '--quiet',
    '--output=json',
    '--only-categories=performance,accessibility,best-practices',
    '--chrome-flags=--headless --no-sandbox --disable-dev-shm-usage',
    ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ...(cookie === undefined ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`]),
  ]);
  const score = (category: string) => Math.round((report.categories[category]?.score ?? 0) * 100);
  const value = (audit: string) => report.audits[audit]?.numericValue ?? Number.NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    lcpMs: value('largest-contentful-paint'),
    tbtMs: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    complaints: ['accessibility', 'best-practices'].flatMap((category) => complaintsIn(report, category)),
  };
}

function complaintsIn({ categories, audits }: Report, category: string): string[] {
  const refs = categories[category]?.auditRefs ?? [];
  return refs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title}`);
}

async function run(args: readonly string[]): Promise<Report> {
  const path = await chromiumPath();
  const child = spawn('npx', ['--yes', LIGHTHOUSE, ...args], {
    env: { ...process.env, ...(path !== undefined && { CHROME_PATH: path }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_RUN_MS,
  });
  const [output, words] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
  }) as [() => string, () => string];
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}: ${words()}`);
  return JSON.parse(output()) as Report;
}
