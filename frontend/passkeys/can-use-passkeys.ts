/** An IPv4 address; one of IPv6 is in brackets. */
const ADDRESS = /^[\d.]+$|^\[/;

/** Whether this browser has passkeys at this address: they belong to a site's name, so that there are none at a number. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in window && !ADDRESS.test(location.hostname);
}
