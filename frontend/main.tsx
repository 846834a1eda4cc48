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
  // At the same time, though they come later: what they need is on its way once.
  Promise.all([import('./sync/work.ts'), import('./later-parts.ts')]).catch(reloadIfItMayHelp);
  const { createChatParts } = await import('./chat-parts.ts');
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
