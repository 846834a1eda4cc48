/**
 * The host whose passkeys a request is about (WebAuthn's relying party): that of its page, as far as it is one of ours; of a
 * client without pages, the first.
 */
export function relyingParty(origin: string | undefined, allowedOrigins: readonly string[]): string {
  const own = allowedOrigins.find((allowed) => allowed === origin) ?? allowedOrigins[0] ?? '';
  return new URL(own).hostname;
}
