import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ObjectIdentifier,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import type { Account } from './account.ts';

/** As many as S3 takes in one request. */
const DELETED_AT_ONCE = 1_000;

/** The keys in a bucket, with the MD5 of what is behind them. */
export async function listBucket({ s3 }: Account, bucket: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    for (const { Key = '', ETag = '' } of Contents) found.set(Key, ETag.replaceAll('"', ''));
  }
  return found;
}

/** Deletes all that is in a bucket, former versions as well: only then it can be deleted itself. */
export async function emptyBucket(account: Account, bucket: string): Promise<void> {
  let isMore = true;
  while (isMore) {
    const page = await account.s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    const versions = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    await deleteObjects(
      account,
      bucket,
      versions.map(({ Key, VersionId }) => ({ Key, VersionId })),
    );
    isMore = page.IsTruncated ?? false;
  }
}

/** @throws Error that names the first one that could not be deleted */
export async function deleteObjects(
  { s3 }: Account,
  bucket: string,
  objects: readonly ObjectIdentifier[],
): Promise<void> {
  for (let i = 0; i < objects.length; i += DELETED_AT_ONCE) {
    const Objects = objects.slice(i, i + DELETED_AT_ONCE);
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const [first] = Errors;
    if (first) throw new Error(`${first.Key} can't be deleted: ${first.Code} ${first.Message}`);
  }
}
