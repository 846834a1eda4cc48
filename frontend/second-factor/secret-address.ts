/**
 * The address by which an app takes a secret, and knows whose it is and where.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format, which all apps follow
 */
export function secretAddress(secret: string, name: string, site: string): string {
  const issuer = encodeURIComponent(site);
  return `otpauth://totp/${issuer}:${encodeURIComponent(name)}?secret=${secret}&issuer=${issuer}`;
}
