import { isolated } from '../isolated.ts';
import { number } from '../plural.ts';

/** Exporting conversations: the way there, and the words of the files. */
export const exporting = {
  heading: 'Export',
  hint: 'All your conversations in a file, to read or to keep.',
  exportAll: 'Export all conversations…',
  notLoaded: 'This can’t be loaded right now. Try again when there is a network.',

  exportOf: (person: string) => `Export the conversation with ${isolated(person)}`,
  exportOfNotes: 'Export your notes to self',
  exportOfAll: 'Export all conversations',
  kind: 'Kind of file',
  html: 'To read and to print',
  htmlHint: 'An HTML file, which every browser shows.',
  json: 'For other programs',
  jsonHint: 'A JSON file.',
  staysHere: 'The file is made on this device and sent nowhere. Whoever has it can read it.',
  start: 'Export',
  cancel: 'Cancel',

  fetching: (held: number, all: number) => `Fetching: ${number('en', held)} of ${number('en', all)} messages`,
  progress: 'Messages fetched',
  stop: 'Stop',
  writing: 'Writing the file…',
  here: (held: number, all: number) =>
    `Of ${number('en', all)} messages that are known here, ${number('en', held)} are on this device.`,
  nothingHere: 'Nothing of it is on this device.',
  exportHere: 'Export what is here',
  tryAgain: 'Try again',
  saved: (file: string) => `Saved as ${isolated(file)}`,
  close: 'Close',

  title: (person: string) => `Conversation with ${isolated(person)}`,
  titleOfNotes: 'Notes to self',
  titleOfAll: 'All conversations',
  exported: (by: string, when: string, zone: string) =>
    `Exported by ${isolated(by)}, ${isolated(when)}. All times are those of ${isolated(zone)}.`,
  partial: (held: number, all: number) =>
    `Not everything is in the file: of ${number('en', all)} messages, the newest ${number('en', held)}.`,
  nothing: 'There are no messages.',
  deleted: 'This message was deleted',
  edited: 'edited',
  former: 'Former texts',
  forwarded: 'forwarded',
  starred: 'starred',
  reacted: (emoji: string, people: string) => `${emoji} from ${isolated(people)}`,
};

export type ExportTexts = typeof exporting;
