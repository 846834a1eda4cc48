/** What is shorter than the longest IPv6 address is one of those, or at least no flood of other keys. */
const MAX_ADDRESS_LENGTH = 45;

/** An IPv6 address has eight groups, of which the last four are as its owner likes: RFC 6177. */
const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;

/** As whom to count whoever has an IP address: an IPv4 address by itself, an IPv6 one by its /64. */
export function networkOf(address = 'unknown'): string {
  const plain = address
    .slice(0, MAX_ADDRESS_LENGTH)
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, GROUPS_OF_A_NETWORK);
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
