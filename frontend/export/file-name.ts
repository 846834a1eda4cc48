export type Format = 'html' | 'json';

/**
 * What a file is called: with whom, and of which day by this device's calendar. The same in every language, and of
 * letters that every system has in names.
 * @param name whom the conversation is with; undefined for all of them
 */
export function fileName(name: string | undefined, format: Format, at: number): string {
  const day = new Date(at);
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  const what = name === undefined ? 'all-chats' : `chat-with-${name}`;
  return `${what}-${day.getFullYear()}-${month}-${date}.${format}`;
}
