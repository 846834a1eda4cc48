import { type ComponentType, useState } from 'react';
import { importAnew } from '../net/import-anew.ts';
import { useChat } from '../parts/use-chat.ts';

/** The list of messages that are found, as long as the page lasts once it was loaded. */
let loaded: { readonly List: ComponentType } | undefined;

/** That list, which is loaded when somebody is about to search; without a network there may be none, until the next time. */
export function useMessagesList(): { readonly List: ComponentType | undefined; prepare(): void } {
  const chat = useChat();
  const [there, setThere] = useState(loaded);
  const prepare = () => {
    importAnew(() => import('./found-messages.tsx')).then(
      ({ FoundMessages, prepareSearch }) => {
        loaded = { List: FoundMessages };
        setThere(loaded);
        prepareSearch(chat);
      },
      () => {},
    );
  };
  return { List: there?.List, prepare };
}
