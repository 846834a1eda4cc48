import '../styles/message-actions.css';
import { ComposingStrip } from './composing-strip.tsx';
import { MessageActions } from './message-actions.tsx';

/** What is loaded together, a moment after a conversation is shown. */
export { ComposingStrip, MessageActions };
