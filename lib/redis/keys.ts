/** Everything that this mode keeps in Redis. None of it is needed after a restart: what counts is in the store. */

/** What waits to be handled, and what is being handled. */
export const QUEUE = 'chat:queue';

/** The workers, as the consumer group that shares the queue. */
export const WORKERS = 'workers';

/** Where a process gets answers and pushes. */
export function mailboxOf(process: string): string {
  return `chat:mailbox:${process}`;
}

/** That a process is there, and what it says of itself; it expires when the process does not renew it. */
export function presenceOf(process: string): string {
  return `${PRESENCE_PREFIX}${process}`;
}

export const PRESENCE_PREFIX = 'chat:presence:';

/** A person's connections, by their ids, and whose conversations are open on them. */
export function connectionsOf(person: string): string {
  return `chat:connections:${person}`;
}

/** Who has the conversation with a person open, by the connections' ids. */
export function watchesOf(watched: string): string {
  return `chat:watches:${watched}`;
}

export function lastSeenOf(person: string): string {
  return `chat:last-seen:${person}`;
}
