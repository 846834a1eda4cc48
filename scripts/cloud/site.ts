import { randomUUID } from 'node:crypto';
import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Account } from './account.ts';
import { deleteObjects, listBucket } from './bucket.ts';
import { INDEX, type SiteFile } from './site-files.ts';
import { RECORD_KEY, readRecord, writeRecord } from './site-record.ts';

const DAY_MS = 24 * 3_600_000;

/** How long a page that is open may still ask for what it was built with. */
const UNUSED_KEPT_MS = 30 * DAY_MS;

/** Where a stage's pages are. */
export interface Site {
  readonly bucket: string;
  readonly distribution: string;
}

/**
 * Puts those files into the bucket that it does not have yet, in their order. What CloudFront then still has to
 * forget is written down beforehand, so that it is not forgotten itself when this fails halfway.
 * @returns how many files it has put
 */
export async function uploadChanged(
  account: Account,
  { bucket }: Site,
  files: readonly SiteFile[],
): Promise<number> {
  const there = await listBucket(account, bucket);
  const changed = files.filter(({ path, md5 }) => there.get(path) !== md5);
  const record = await readRecord(account, bucket);
  const toInvalidate = new Set([...record.toInvalidate, ...changed.flatMap(pathsToInvalidate)]);
  if (toInvalidate.size > record.toInvalidate.length) {
    await writeRecord(account, bucket, { ...record, toInvalidate: [...toInvalidate] });
  }
  for (const file of changed) await put(account, bucket, file);
  return changed.length;
}

/** Has CloudFront forget what has changed. @returns the paths */
export async function invalidateChanged(
  account: Account,
  { bucket, distribution }: Site,
): Promise<readonly string[]> {
  const { toInvalidate, ...record } = await readRecord(account, bucket);
  if (toInvalidate.length === 0) return [];
  await account.cloudFront.send(
    new CreateInvalidationCommand({
      DistributionId: distribution,
      InvalidationBatch: {
        CallerReference: randomUUID(),
        Paths: { Quantity: toInvalidate.length, Items: [...toInvalidate] },
      },
    }),
  );
  await writeRecord(account, bucket, { ...record, toInvalidate: [] });
  return toInvalidate;
}

/**
 * Deletes files that have been in no build for 30 days; until then, pages that are open may ask for them.
 * @returns how many
 */
export async function deleteLongUnused(
  account: Account,
  { bucket }: Site,
  files: readonly SiteFile[],
  now: Date,
): Promise<number> {
  const inUse = new Set([RECORD_KEY, ...files.map(({ path }) => path)]);
  const unused = [...(await listBucket(account, bucket)).keys()].filter((path) => !inUse.has(path));
  const record = await readRecord(account, bucket);
  const since = (path: string) => record.unusedSince[path] ?? now.toISOString();
  const isOld = (path: string) => now.getTime() - Date.parse(since(path)) > UNUSED_KEPT_MS;

  const old = unused.filter(isOld);
  await deleteObjects(
    account,
    bucket,
    old.map((path) => ({ Key: path })),
  );
  const kept = unused.filter((path) => !isOld(path));
  const unusedSince = Object.fromEntries(kept.map((path) => [path, since(path)]));
  if (JSON.stringify(unusedSince) !== JSON.stringify(record.unusedSince)) {
    await writeRecord(account, bucket, { ...record, unusedSince });
  }
  return old.length;
}

/** What never changes behind its path need not be forgotten; index.html is also what `/` shows. */
function pathsToInvalidate({ path, isHashed }: SiteFile): string[] {
  if (isHashed) return [];
  return path === INDEX ? ['/', `/${INDEX}`] : [encodeURI(`/${path}`)];
}

async function put({ s3 }: Account, bucket: string, file: SiteFile): Promise<void> {
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: file.path,
      Body: file.content,
      ContentType: file.contentType,
      CacheControl: file.cacheControl,
    }),
  );
}
