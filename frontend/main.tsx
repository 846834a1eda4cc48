import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createApi } from './net/api.ts';
import { browserSurroundings } from './net/surroundings.ts';
import { keepNotificationsLater } from './notifications/keep-later.ts';
import { ChatContext } from './parts/use-chat.ts';
import { createStore } from './state/store.ts';
import { openOutbox } from './store/outbox.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/forms.css';
import './styles/sidebar.css';
import './styles/conversation.css';
import { createChat } from './sync/chat.ts';
import { browserTabs } from './sync/other-tabs.ts';

const store = createStore();
const chat = createChat({
  api: createApi(),
  store,
  surroundings: browserSurroundings,
  openOutbox,
  otherTabs: browserTabs,
});
keepNotificationsLater(store);
chat.start();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ChatContext value={{ store, chat }}>
      <App />
    </ChatContext>
  </StrictMode>,
);
