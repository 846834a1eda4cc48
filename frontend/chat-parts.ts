import type { Api } from './net/api.ts';
import { browserSurroundings } from './net/surroundings.ts';
import { keepNotificationsLater } from './notifications/keep-later.ts';
import { SignedIn } from './pages/signed-in.tsx';
import type { ChatParts } from './parts/chat-loader.ts';
import { createStore } from './state/store.ts';
import { browserDevice } from './store/device.ts';
import './styles/avatar.css';
import './styles/layout.css';
import './styles/sidebar.css';
import './styles/conversation.css';
import { createChat } from './sync/chat.ts';
import { browserTabs } from './sync/other-tabs.ts';

/**
 * Puts the chat together. All that only somebody signed in needs hangs on this module, which is loaded
 * apart from the pages on which one logs in.
 */
export function createChatParts(api: Api): ChatParts {
  const store = createStore();
  const chat = createChat({
    api,
    store,
    surroundings: browserSurroundings,
    device: browserDevice,
    otherTabs: browserTabs,
  });
  keepNotificationsLater(store);
  return { store, chat, SignedIn };
}
