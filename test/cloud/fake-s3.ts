import { createHash } from 'node:crypto';
import {
  type Answered,
  type Asked,
  escaped,
  type FakeAccount,
  type FakeObject,
  refuse,
} from './fake-account.ts';

/** S3 has 1,000; with few, a site has several pages. */
const KEYS_OF_A_PAGE = 2;

type Bucket = Map<string, FakeObject>;

export function answerS3({ buckets }: FakeAccount, asked: Asked): Answered {
  const [, name = '', key = ''] = decodeURIComponent(asked.url.pathname).match(/^\/([^/]+)\/?(.*)$/) ?? [];
  const bucket = buckets.get(name);
  if (!bucket) return refuse('s3', 'NoSuchBucket', name, 404);
  if (asked.method === 'PUT') return put(bucket, key, asked);
  if (asked.method === 'POST') return deleteAll(bucket, asked.body);
  if (key) return get(bucket, key);
  return asked.url.searchParams.has('versions') ? listVersions(bucket) : list(bucket, asked.url);
}

function put(bucket: Bucket, key: string, { headers, body }: Asked): Answered {
  bucket.set(key, {
    body,
    contentType: `${headers['content-type']}`,
    cacheControl: `${headers['cache-control']}`,
  });
  return { status: 200, body: '' };
}

function get(bucket: Bucket, key: string): Answered {
  const object = bucket.get(key);
  return object ? { status: 200, body: object.body } : refuse('s3', 'NoSuchKey', key, 404);
}

function list(bucket: Bucket, { searchParams }: URL): Answered {
  const after = searchParams.get('continuation-token') ?? '';
  const keys = [...bucket.keys()].sort().filter((key) => key > after);
  const page = keys.slice(0, KEYS_OF_A_PAGE);
  const isMore = keys.length > page.length;
  const contents = page.map((key) => {
    const etag = createHash('md5')
      .update(bucket.get(key)?.body ?? '')
      .digest('hex');
    return `<Contents><Key>${escaped(key)}</Key><ETag>&quot;${etag}&quot;</ETag></Contents>`;
  });
  const next = isMore ? `<NextContinuationToken>${escaped(page.at(-1) ?? '')}</NextContinuationToken>` : '';
  return {
    status: 200,
    body: `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  };
}

function listVersions(bucket: Bucket): Answered {
  const page = [...bucket.keys()].slice(0, KEYS_OF_A_PAGE);
  const versions = page.map(
    (key) => `<Version><Key>${escaped(key)}</Key><VersionId>null</VersionId></Version>`,
  );
  return {
    status: 200,
    body: `<ListVersionsResult><IsTruncated>${bucket.size > page.length}</IsTruncated>${versions.join('')}</ListVersionsResult>`,
  };
}

function deleteAll(bucket: Bucket, body: string): Answered {
  for (const [, key = ''] of body.matchAll(/<Key>([^<]*)<\/Key>/g)) bucket.delete(key);
  return { status: 200, body: '<DeleteResult></DeleteResult>' };
}
