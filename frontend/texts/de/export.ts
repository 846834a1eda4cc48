import type { ExportTexts } from '../en/export.ts';
import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

export const exporting: ExportTexts = {
  heading: 'Exportieren',
  hint: 'Alle deine Unterhaltungen in einer Datei, zum Lesen oder zum Aufheben.',
  exportAll: 'Alle Unterhaltungen exportieren …',
  notLoaded: 'Das lässt sich gerade nicht laden. Versuch es noch einmal, wenn es ein Netz gibt.',

  exportOf: (person) => `Die Unterhaltung mit ${isolated(person)} exportieren`,
  exportOfNotes: 'Deine Notizen an dich exportieren',
  exportOfAll: 'Alle Unterhaltungen exportieren',
  kind: 'Art der Datei',
  html: 'Zum Lesen und Drucken',
  htmlHint: 'Eine HTML-Datei, die jeder Browser zeigt.',
  json: 'Für andere Programme',
  jsonHint: 'Eine JSON-Datei.',
  staysHere:
    'Die Datei entsteht auf diesem Gerät und wird nirgendwohin geschickt. Wer sie hat, kann sie lesen.',
  start: 'Exportieren',
  cancel: 'Abbrechen',

  fetching: (held, all) => `Wird geholt: ${number('de', held)} von ${number('de', all)} Nachrichten`,
  progress: 'Geholte Nachrichten',
  stop: 'Anhalten',
  writing: 'Die Datei wird geschrieben …',
  here: (held, all) =>
    `Von ${number('de', all)} Nachrichten, die hier bekannt sind, liegen ${number('de', held)} auf diesem Gerät.`,
  nothingHere: 'Nichts davon liegt auf diesem Gerät.',
  exportHere: 'Exportieren, was hier ist',
  tryAgain: 'Noch einmal versuchen',
  saved: (file) => `Gespeichert als ${isolated(file)}`,
  close: 'Schließen',

  title: (person) => `Unterhaltung mit ${isolated(person)}`,
  titleOfNotes: 'Notizen an mich',
  titleOfAll: 'Alle Unterhaltungen',
  exported: (by, when, zone) =>
    `Exportiert von ${isolated(by)}, ${isolated(when)}. Alle Zeiten sind die von ${isolated(zone)}.`,
  partial: (held, all) =>
    `Die Datei enthält nicht alles: von ${number('de', all)} Nachrichten die neuesten ${number('de', held)}.`,
  nothing: 'Es gibt keine Nachrichten.',
  deleted: 'Diese Nachricht wurde gelöscht',
  edited: 'bearbeitet',
  former: 'Frühere Texte',
  forwarded: 'weitergeleitet',
  starred: 'mit Stern',
  reacted: (emoji, people) => `${emoji} von ${isolated(people)}`,
};
