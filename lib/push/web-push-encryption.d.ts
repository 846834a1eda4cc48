/** The part of web-push that is needed here, of which its own types tell only with all the rest. */
declare module 'web-push/src/encryption-helper.js' {
  /** Encrypts for a subscription's device, by RFC 8291 in one record of at most 4,096 bytes. */
  export function encrypt(
    p256dh: string,
    auth: string,
    payload: string,
    contentEncoding: 'aes128gcm',
  ): { readonly cipherText: Buffer };
}
