import { MIN_PASSWORD_CHARACTERS, RECOVERY_CODES } from '../../../lib/protocol/limits.ts';
import { plural } from '../plural.ts';

/** Second factors and recovery codes: in the settings, when somebody logs in, and when they have forgotten their password. */
export const codes = {
  code: 'Code',
  codeHint: 'Six digits from your app, or one of your recovery codes.',
  appCodeHint: 'Six digits from your app.',
  password: 'Your password',
  wrongPassword: 'This is not your password.',
  endOthers: 'Log out all other devices',
  endOthersHint: 'If somebody else is logged in, they are out with it.',
  cancel: 'Cancel',
  loading: 'Loading …',
  failed: (problem: string) => `This can’t be shown. ${problem}`,
  again: 'Try again',
  notLoaded: 'This part could not be loaded. Try again.',

  recover: {
    title: 'Choose another password',
    intro:
      'It takes one of your recovery codes. You are then logged in here, and logged out everywhere else.',
    recoveryCode: 'Recovery code',
    recoveryCodeHint: 'You have made them in the settings. Capitals and dashes make no difference.',
    next: 'New password',
    nextHint: `At least ${MIN_PASSWORD_CHARACTERS} characters.`,
    confirm: 'Choose this password',
    none: 'Without a code nobody can let you in, not even those who run this chat.',
  },

  factor: {
    heading: 'Second factor',
    off: 'It is off: your password alone lets in. With it, a log-in also takes a code of an app on your phone.',
    on: (day: string) => `It is on since ${day}: a log-in also takes a code of your app.`,
    turnOn: 'Turn on…',
    turnOff: 'Turn off…',
    needsCodes: 'Make recovery codes as well, in case you lose the app.',
    turnedOn: 'The second factor is on.',
    turnedOff: 'The second factor is off.',
    titleOn: 'Turn on the second factor',
    scan: 'Scan this with an app for one-time codes, such as the one of your phone or password manager.',
    picture: 'QR code for the app',
    openApp: 'Open in an app on this device',
    byHand: 'Or type this secret into the app:',
    confirmOn: 'Turn on',
    titleOff: 'Turn off the second factor?',
    meansOff: 'Your password alone lets in then.',
    confirmOff: 'Turn off',
  },

  recovery: {
    heading: 'Recovery codes',
    none: 'You have none. Should you forget your password, nobody could let you in.',
    left: (count: number) => plural('en', count, { one: 'One code is left.', other: '# codes are left.' }),
    made: (day: string) => `Made ${day}.`,
    make: 'Make recovery codes…',
    means: `${RECOVERY_CODES} codes, each good once: in place of a password that you have forgotten, or of your second factor. Those from before are worth nothing then.`,
    confirm: 'Make codes',
    titleShown: 'Your recovery codes',
    shown: 'They are shown this once. Print them, or keep them where you keep your passwords.',
    copy: 'Copy',
    copied: 'Copied.',
    save: 'Save as a file',
    done: 'Done',
  },
};

export type CodesTexts = typeof codes;
