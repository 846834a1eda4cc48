import { MAX_ABOUT_CHARACTERS, MAX_DISPLAY_NAME_CHARACTERS } from '../../../lib/protocol/limits.ts';
import type { ProfileTexts } from '../en/profile.ts';

export const profile: ProfileTexts = {
  heading: 'Profil',
  hint: 'Das sehen die anderen von dir.',
  displayName: 'Anzeigename',
  displayNameProblem: `Ein Anzeigename hat 1 bis ${MAX_DISPLAY_NAME_CHARACTERS} sichtbare Zeichen.`,
  about: 'Über dich',
  aboutHint: `Eine Zeile, bis zu ${MAX_ABOUT_CHARACTERS} Zeichen. Kann wegbleiben.`,
  aboutProblem: `Das ist eine Zeile mit höchstens ${MAX_ABOUT_CHARACTERS} Zeichen.`,
  save: 'Speichern',
  saved: 'Dein Profil ist gespeichert.',
  choose: 'Bild auswählen',
  chooseAnother: 'Anderes Bild auswählen',
  drop: 'Oder eines hierher ziehen.',
  remove: 'Bild entfernen',
  preview: 'So sehen dich die anderen.',
  use: 'Dieses Bild nehmen',
  cancel: 'Abbrechen',
  changed: 'Dein Bild ist gespeichert.',
  removed: 'Dein Bild ist entfernt.',
  pictureHint:
    'Es wird auf diesem Gerät quadratisch zugeschnitten und verkleinert; wo und wann es aufgenommen wurde, wird nicht übertragen.',
  noPicture: 'Das lässt sich nicht als Bild lesen. Nimm ein JPEG, PNG oder WebP.',

  deletion: {
    delete: 'Mein Konto löschen …',
    title: 'Dein Konto löschen?',
    rule: 'Du wirst sofort überall abgemeldet, und niemand findet dich mehr. Innerhalb von 24 Stunden, meist sofort, wird alles über dich gelöscht, und was du geschrieben hast, ist auch für die anderen weg. Was sie dir geschrieben haben, bleibt bei ihnen. Deinen Namen kann nie wieder jemand haben, auch du nicht.',
    exportFirst: 'Sichere vorher, was du hast: Danach geht es nicht mehr.',
    export: 'Alles exportieren …',
    password: 'Dein Passwort',
    wrong: 'Das ist nicht dein Passwort.',
    sure: 'Für immer löschen',
    noReturn: 'Das lässt sich nicht rückgängig machen.',
  },
};
