import { MIN_PASSWORD_CHARACTERS } from '../../../lib/protocol/limits.ts';
import type { SafetyTexts } from '../en/safety.ts';
import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

export const safety: SafetyTexts = {
  logIns: {
    heading: 'Wo du angemeldet bist',
    unknownDevice: 'Unbekanntes Gerät',
    here: 'Dieses Gerät',
    shared: 'Gemeinsam genutzter Computer',
    since: (day) => `Angemeldet: ${day}`,
    lastUsed: (moment) => `Zuletzt benutzt: ${moment}`,
    end: 'Abmelden',
    endOf: (device) => `${isolated(device)} abmelden`,
    showAll: (count) => `Alle ${number('de', count)} anzeigen`,
    endOthers: 'Alle anderen abmelden',
    question: (device) => `${isolated(device)} abmelden?`,
    questionOfOthers: 'Alle anderen Geräte abmelden?',
    means:
      'Es wird sofort abgemeldet. Was es von deinen Unterhaltungen gespeichert hat, wird gelöscht, sobald es im Netz ist.',
    meansOfOthers:
      'Sie werden sofort abgemeldet. Was sie von deinen Unterhaltungen gespeichert haben, wird gelöscht, sobald sie im Netz sind.',
    cancel: 'Abbrechen',
    ended: (device) => `${isolated(device)} ist abgemeldet.`,
    endedOthers: 'Alle anderen Geräte sind abgemeldet.',
    loading: 'Wird geladen …',
    failed: (problem) => `Die Liste kann nicht gezeigt werden. ${problem}`,
    notEnded: (problem) => `Es wurde nichts abgemeldet. ${problem}`,
    again: 'Noch einmal versuchen',
  },

  password: {
    heading: 'Passwort ändern',
    current: 'Aktuelles Passwort',
    next: 'Neues Passwort',
    hint: `Mindestens ${MIN_PASSWORD_CHARACTERS} Zeichen. Mehrere Wörter merkt man sich leichter als Sonderzeichen.`,
    endOthers: 'Alle anderen Geräte abmelden',
    endOthersHint: 'Wer das aktuelle Passwort kennt, ist damit draußen.',
    change: 'Passwort ändern',
    changed: 'Dein Passwort ist geändert.',
    wrongCurrent: 'Das ist nicht dein aktuelles Passwort.',
  },
};
