/** The sheet of shortcuts. */
export const help = {
  title: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  inLists: 'In the lists',
  writing: 'Writing',
  find: 'Find people',
  next: 'Next conversation',
  previous: 'Previous conversation',
  back: 'Back to the list; closes what is open',
  help: 'This sheet',
  move: 'From row to row',
  ends: 'First and last row',
  letters: 'To whoever’s name begins so',
  aLetter: 'a letter',
  open: 'Open',
  send: 'Send',
  newLine: 'New line',
  editLast: 'Edit your last message',
  inMessages: 'In messages',
  toMessages: 'From one to the next',
  messageMenu: 'What can be done with it',
  singleKeys: '/ and ? alone are shortcuts, too, outside of text fields',
  close: 'Close',
};

export type HelpTexts = typeof help;
