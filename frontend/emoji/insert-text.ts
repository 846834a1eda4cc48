/**
 * Puts text into a field in place of what stands from one place to another, and the caret behind it. It is as if
 * somebody had typed it: who writes can take it back.
 */
export function insertText(field: HTMLTextAreaElement, text: string, from: number, to: number): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The one way that fields can undo. Where it is not there any more, they can't.
  if (document.execCommand?.('insertText', false, text)) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
