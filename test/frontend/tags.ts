/** Tags that have no end. */
const VOID = new Set(['meta', '!doctype']);

const TAG = /<(\/?)([!a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/gi;

/** What is wrong with the tags of an HTML document: those that end what has not begun, or don't end, and stray signs. */
export function misnested(html: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const style = /<style>[^<]*<\/style>/;
  const rest = html.replace(style, '').replace(TAG, (_, slash: string, name: string) => {
    const tag = name.toLowerCase();
    if (VOID.has(tag)) return '';
    if (slash === '') open.push(tag);
    else if (open.pop() !== tag) problems.push(`</${tag}> ends what has not begun`);
    return '';
  });
  if (open.length > 0) problems.push(`never ended: ${open.join(' ')}`);
  return [...problems, ...(rest.match(/[<>].{0,20}/g) ?? [])];
}
