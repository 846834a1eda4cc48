import * as v from 'valibot';

/** Browsers' push services have addresses of some 200. */
const MAX_ENDPOINT_CHARACTERS = 1_000;

/** A device's address at its browser's push service, with its keys: base64url, of the lengths that RFC 8291 has. */
export const SubscribePushBody = v.strictObject({
  endpoint: v.pipe(v.string(), v.url(), v.maxLength(MAX_ENDPOINT_CHARACTERS)),
  keys: v.strictObject({
    p256dh: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/, 'An uncompressed point of P-256.')),
    auth: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, '16 random bytes.')),
  }),
  /** Whether what is pushed says only that there is something, not what and not from whom. */
  hidesContent: v.boolean(),
});

export const UnsubscribePushBody = v.strictObject({ endpoint: SubscribePushBody.entries.endpoint });

export type SubscribePushBody = v.InferOutput<typeof SubscribePushBody>;
export type UnsubscribePushBody = v.InferOutput<typeof UnsubscribePushBody>;
