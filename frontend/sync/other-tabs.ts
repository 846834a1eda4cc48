/** Tells this browser's other tabs of the site that somebody has logged in or out, for the cookie is theirs too. */
export interface OtherTabs {
  announce(): void;
}

const CHANNEL = 'session';

/** @param onAnnounced is called when another tab has announced it */
export function browserTabs(onAnnounced: () => void): OtherTabs {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', onAnnounced);
  return { announce: () => channel.postMessage(null) };
}
