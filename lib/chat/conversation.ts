/**
 * The key of the conversation between two people: their names, sorted. Only a person who is one of the two can
 * come to it, because one of the names is always that of the session or connection; so the key is the permission.
 */
export function conversationOf(oneName: string, otherName: string): string {
  return oneName < otherName ? `${oneName}:${otherName}` : `${otherName}:${oneName}`;
}
