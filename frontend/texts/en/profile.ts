import { MAX_ABOUT_CHARACTERS, MAX_DISPLAY_NAME_CHARACTERS } from '../../../lib/protocol/limits.ts';

/** What somebody shows of themselves, in the settings. */
export const profile = {
  heading: 'Profile',
  hint: 'This is what the others see of you.',
  displayName: 'Display name',
  displayNameProblem: `A display name has 1 to ${MAX_DISPLAY_NAME_CHARACTERS} characters that can be seen.`,
  about: 'About you',
  aboutHint: `One line, up to ${MAX_ABOUT_CHARACTERS} characters. Optional.`,
  aboutProblem: `This is one line of at most ${MAX_ABOUT_CHARACTERS} characters.`,
  save: 'Save',
  saved: 'Your profile is saved.',
  choose: 'Choose a picture',
  chooseAnother: 'Choose another picture',
  drop: 'Or drop one here.',
  remove: 'Remove the picture',
  preview: 'This is how others will see you.',
  use: 'Use this picture',
  cancel: 'Cancel',
  changed: 'Your picture is saved.',
  removed: 'Your picture is removed.',
  pictureHint:
    'It is cut to a square and made small on this device; where and when it was taken is not sent.',
  noPicture: 'This can’t be read as a picture. Take a JPEG, PNG or WebP.',

  deletion: {
    delete: 'Delete my account…',
    title: 'Delete your account?',
    rule: 'You are logged out everywhere at once, and nobody finds you any more. Within 24 hours, usually at once, everything about you is erased, and all that you have written is gone for the others as well. What they have written to you stays with them. Nobody can ever have your name again, not even you.',
    exportFirst: 'Save what you have before: it can’t be had afterwards.',
    export: 'Export everything…',
    password: 'Your password',
    wrong: 'This is not your password.',
    sure: 'Delete for ever',
    noReturn: 'This can’t be undone.',
  },
};

export type ProfileTexts = typeof profile;
