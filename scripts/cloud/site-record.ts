import { GetObjectCommand, NoSuchKey, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Account } from './account.ts';

/** What one deploy of the pages leaves to the next. */
export interface SiteRecord {
  /** Paths that have changed in the bucket, and perhaps not yet at CloudFront. */
  readonly toInvalidate: readonly string[];
  /** Since when a file is in use by no page that is loaded anew, as an ISO time. */
  readonly unusedSince: Readonly<Record<string, string>>;
}

/** In the bucket itself, so that whoever deploys next has it; there is nothing in it that a visitor may not see. */
export const RECORD_KEY = '.deploy/record.json';

export async function readRecord({ s3 }: Account, bucket: string): Promise<SiteRecord> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: RECORD_KEY }));
    return JSON.parse((await Body?.transformToString()) ?? '') as SiteRecord;
  } catch (error) {
    if (error instanceof NoSuchKey) return { toInvalidate: [], unusedSince: {} };
    throw error;
  }
}

export async function writeRecord({ s3 }: Account, bucket: string, record: SiteRecord): Promise<void> {
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: RECORD_KEY,
      Body: JSON.stringify(record),
      ContentType: 'application/json',
      CacheControl: 'no-store',
    }),
  );
}
