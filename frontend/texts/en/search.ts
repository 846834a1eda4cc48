import { number, plural } from '../plural.ts';

/** The search over messages: what is found, and how much of it all was looked through. */
export const search = {
  messages: 'Messages',
  found: (messages: number) => plural('en', messages, { one: '# message found', other: '# messages found' }),
  nothingFound: 'No message has these words.',
  more: 'More messages',
  mine: 'You:',

  covered: (covered: number, all: number) =>
    `${number('en', covered)} of ${number('en', all)} messages are on this device and were searched.`,
  coveredOfMore: (covered: number, all: number) =>
    `${number('en', covered)} of more than ${number('en', all)} messages are on this device and were searched.`,
  fetchRest: 'Fetch the rest',
  fetching: (covered: number, all: number) =>
    `Fetching: ${number('en', covered)} of ${number('en', all)} messages`,
  progress: 'Messages fetched',
  stop: 'Stop',
  fetchFailed: 'The server can’t be reached. What has come so far is kept and searched.',
  tryAgain: 'Try again',
};

export type SearchTexts = typeof search;
