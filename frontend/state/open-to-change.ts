import type { OutboxItem } from './model.ts';

/** Whether an unsent message can still be another, or none at all. */
export function isOpenToChange(outbox: readonly OutboxItem[], clientId: string): boolean {
  return outbox.some((item) => item.clientId === clientId && item.kind === 'message' && !item.tried);
}
