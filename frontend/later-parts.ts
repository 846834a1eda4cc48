import { Arrivals } from './conversation/arrivals.tsx';
import { Beginning } from './conversation/beginning.tsx';
import { CharacterCount } from './conversation/character-count.tsx';
import { Failure } from './conversation/failure.tsx';
import { PresenceLine } from './conversation/presence-line.tsx';
import { ReadMarks } from './conversation/read-marks.tsx';
import { ToLatest } from './conversation/to-latest.tsx';
import { Unavailable } from './conversation/unavailable.tsx';
import { MenuButton } from './conversation-settings/menu-button.tsx';
import { UndecidedOnDemand } from './conversation-settings/undecided-on-demand.tsx';
import { EmojiButton } from './emoji/emoji-button.tsx';
import { ShortcodesIn } from './emoji/shortcodes-in.tsx';
import { AroundHome } from './pages/around-home.tsx';
import { NoConversation } from './pages/no-conversation.tsx';
import { NotFound } from './pages/not-found.tsx';
import { PANES } from './pages/panes.ts';
import { More } from './parts/more.tsx';
import { moveInList } from './sidebar/move-in-list.ts';
import { NoneYet } from './sidebar/none-yet.tsx';
import { PeopleList } from './sidebar/people-list.tsx';
import { RowMenus } from './sidebar/row-menus.tsx';
import { SidebarHead } from './sidebar/sidebar-head.tsx';
import { lastEditable } from './state/last-editable.ts';
import './styles/later.css';

/** What nobody needs in order to read a conversation and write in it. It is loaded at the same time, and comes after. */
export {
  AroundHome,
  Arrivals,
  Beginning,
  CharacterCount,
  EmojiButton,
  Failure,
  lastEditable,
  MenuButton,
  More,
  moveInList,
  NoConversation,
  NoneYet,
  NotFound,
  PANES,
  PeopleList,
  PresenceLine,
  ReadMarks,
  RowMenus,
  ShortcodesIn,
  SidebarHead,
  ToLatest,
  Unavailable,
  UndecidedOnDemand,
};
