import { aPartIsMissing } from './a-part-is-missing.ts';
import { asksEarly } from './asks-early.ts';
import { byTouch } from './by-touch.ts';
import { hasAProfile } from './has-a-profile.ts';
import { holdsStill } from './holds-still.ts';
import { inOtherLanguages } from './in-other-languages.ts';
import { isAccessible } from './is-accessible.ts';
import { onOneSystem } from './on-one-system.ts';
import { rendersInert } from './renders-inert.ts';
import { withoutAMouse } from './without-a-mouse.ts';

/** The pages, whoever looks at them, with whatever device. */
onOneSystem(
  inOtherLanguages,
  isAccessible,
  withoutAMouse,
  byTouch,
  asksEarly,
  holdsStill,
  aPartIsMissing,
  rendersInert,
  hasAProfile,
);
