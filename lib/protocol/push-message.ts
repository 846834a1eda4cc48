/**
 * What a browser's push service brings to a device whose pages are closed, encrypted for it (RFC 8291). Of several
 * from one conversation, the device shows the last.
 */
export type PushMessage =
  | { readonly kind: 'message'; readonly with: string; readonly displayName: string; readonly text: string }
  /** For a device that hides contents. */
  | { readonly kind: 'hidden' };
