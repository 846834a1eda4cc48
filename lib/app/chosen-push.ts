import type { Push } from '../chat/connection-ports.ts';

let chosen: Push | undefined;

/** Says who holds the sockets of this process, before the first push, if API Gateway does not. */
export function choosePush(other: Push): void {
  chosen = other;
}

export function chosenPush(): Push | undefined {
  return chosen;
}
