import { MIN_PASSWORD_CHARACTERS, RECOVERY_CODES } from '../../../lib/protocol/limits.ts';
import type { CodesTexts } from '../en/codes.ts';
import { plural } from '../plural.ts';

export const codes: CodesTexts = {
  code: 'Einmalcode',
  codeHint: 'Sechs Ziffern aus deiner App, oder einer deiner Wiederherstellungscodes.',
  appCodeHint: 'Sechs Ziffern aus deiner App.',
  password: 'Dein Passwort',
  wrongPassword: 'Das ist nicht dein Passwort.',
  endOthers: 'Alle anderen Geräte abmelden',
  endOthersHint: 'Wenn noch jemand anders angemeldet ist, ist er damit draußen.',
  cancel: 'Abbrechen',
  loading: 'Wird geladen …',
  failed: (problem) => `Das kann nicht gezeigt werden. ${problem}`,
  again: 'Noch einmal versuchen',
  notLoaded: 'Dieser Teil konnte nicht geladen werden. Versuche es noch einmal.',

  recover: {
    title: 'Ein anderes Passwort wählen',
    intro:
      'Dazu brauchst du einen deiner Wiederherstellungscodes. Danach bist du hier angemeldet und überall sonst abgemeldet.',
    recoveryCode: 'Wiederherstellungscode',
    recoveryCodeHint:
      'Du hast sie in den Einstellungen erstellt. Groß oder klein und Striche sind gleichgültig.',
    next: 'Neues Passwort',
    nextHint: `Mindestens ${MIN_PASSWORD_CHARACTERS} Zeichen.`,
    confirm: 'Dieses Passwort wählen',
    none: 'Ohne einen Code kann dich niemand hereinlassen, auch nicht die Betreiber dieses Chats.',
  },

  factor: {
    heading: 'Zweiter Faktor',
    off: 'Er ist aus: Dein Passwort allein genügt. Mit ihm braucht eine Anmeldung auch einen Code aus einer App auf deinem Telefon.',
    on: (day) => `Eingeschaltet: ${day}. Eine Anmeldung braucht auch einen Code aus deiner App.`,
    turnOn: 'Einschalten …',
    turnOff: 'Ausschalten …',
    needsCodes: 'Erstelle auch Wiederherstellungscodes, falls du die App verlierst.',
    turnedOn: 'Der zweite Faktor ist eingeschaltet.',
    turnedOff: 'Der zweite Faktor ist ausgeschaltet.',
    titleOn: 'Zweiten Faktor einschalten',
    scan: 'Lies das mit einer App für Einmalcodes ein, etwa der deines Telefons oder deines Passwortmanagers.',
    picture: 'QR-Code für die App',
    openApp: 'In einer App auf diesem Gerät öffnen',
    byHand: 'Oder gib dieses Geheimnis in die App ein:',
    confirmOn: 'Einschalten',
    titleOff: 'Zweiten Faktor ausschalten?',
    meansOff: 'Dann genügt dein Passwort allein.',
    confirmOff: 'Ausschalten',
  },

  recovery: {
    heading: 'Wiederherstellungscodes',
    none: 'Du hast keine. Wenn du dein Passwort vergisst, könnte dich niemand hereinlassen.',
    left: (count) => plural('de', count, { one: 'Ein Code ist übrig.', other: '# Codes sind übrig.' }),
    made: (day) => `Erstellt: ${day}.`,
    make: 'Wiederherstellungscodes erstellen …',
    means: `${RECOVERY_CODES} Codes, jeder gilt einmal: anstelle eines vergessenen Passworts oder deines zweiten Faktors. Frühere gelten dann nicht mehr.`,
    confirm: 'Codes erstellen',
    titleShown: 'Deine Wiederherstellungscodes',
    shown:
      'Sie werden nur dieses eine Mal gezeigt. Drucke sie aus, oder bewahre sie da auf, wo deine Passwörter sind.',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    save: 'Als Datei sichern',
    done: 'Fertig',
  },
};
