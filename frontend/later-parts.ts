import { Arrivals } from './conversation/arrivals.tsx';
import { Beginning } from './conversation/beginning.tsx';
import { ReadMarks } from './conversation/read-marks.tsx';
import { ToLatest } from './conversation/to-latest.tsx';
import { EmojiButton } from './emoji/emoji-button.tsx';
import { ShortcodesIn } from './emoji/shortcodes-in.tsx';
import { AroundHome } from './pages/around-home.tsx';
import { NoConversation } from './pages/no-conversation.tsx';
import { NotFound } from './pages/not-found.tsx';
import { PANES } from './pages/panes.ts';
import { More } from './parts/more.tsx';
import { NoneYet } from './sidebar/none-yet.tsx';
import { PeopleList } from './sidebar/people-list.tsx';
import { SidebarHead } from './sidebar/sidebar-head.tsx';
import './styles/later.css';

/** What nobody needs in order to read a conversation and write in it. It is loaded at the same time, and comes after. */
export {
  AroundHome,
  Arrivals,
  Beginning,
  EmojiButton,
  More,
  NoConversation,
  NoneYet,
  NotFound,
  PANES,
  PeopleList,
  ReadMarks,
  ShortcodesIn,
  SidebarHead,
  ToLatest,
};
