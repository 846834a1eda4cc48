import { useEffect } from 'react';
import { useChat } from './use-chat.ts';

/** Whoever looks elsewhere for less than this comes back to what they left. */
const AWAY_AFTER_MS = 60_000;

/** While nobody looks at the page for long, nobody has to be told who is there. */
export function useAway(): void {
  const chat = useChat();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') chat.away(false);
      else timer = setTimeout(() => chat.away(true), AWAY_AFTER_MS);
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [chat]);
}
