/** A browser may ask where to put it before it reads it. */
const READ_WITHIN_MS = 60_000;

/** Has the browser save a file that was made here. It goes nowhere else. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}
