import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createApi } from './net/api.ts';
import { isAccountPage } from './pages/account-pages.ts';
import { ChatLoaderContext, createChatLoader } from './parts/chat-loader.ts';
import { withEarlyBootstrap } from './parts/early-bootstrap.ts';
import { reloadIfItMayHelp } from './parts/reload-if-it-may-help.ts';
import { followScreenKeyboard } from './parts/screen-keyboard.ts';
import { knowsSomebody } from './parts/signed-in-mark.ts';
import { followPreferences } from './preferences/follow-preferences.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/skeleton.css';

const isAnswerNeeded = knowsSomebody() || !isAccountPage(location.pathname);
const api = isAnswerNeeded ? withEarlyBootstrap(createApi()) : createApi();
const loader = createChatLoader(async () => {
  const chat = import('./chat-parts.ts');
  // What the chat asks for as soon as it is there, on its way at the same time: what is read first, first.
  if (knowsSomebody()) void import('./store/indexed-db.ts').catch(() => {});
  const work = import('./sync/work.ts');
  Promise.all([chat, work])
    .then(() => import('./later-parts.ts'))
    .catch(reloadIfItMayHelp);
  const { createChatParts } = await chat;
  return createChatParts(api);
});

// On its way while React starts.
if (!isAnswerNeeded) void import('./pages/signed-out.tsx').catch(() => {});
followScreenKeyboard();
// Not awaited at the top: that would make the bundler cut what is loaded first into more parts.
void followPreferences().then(() => {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <ChatLoaderContext value={loader}>
        <App />
      </ChatLoaderContext>
    </StrictMode>,
  );
});
