/** Puts the focus on the first of these that is there and shown. */
export function focusFirst(...selectors: string[]): void {
  for (const selector of selectors) {
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus();
    if (element !== null && document.activeElement === element) return;
  }
}
