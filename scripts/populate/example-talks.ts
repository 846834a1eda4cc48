/** For looking at, not for keeping: everybody's password is in this file. */
export const EXAMPLE_PASSWORD = 'example password';

export const EXAMPLE_PEOPLE = [
  { name: 'alice', displayName: 'Alice Marlow' },
  { name: 'bob', displayName: 'Bob Okafor' },
  { name: 'carol', displayName: 'Carol Lindqvist' },
  { name: 'dave', displayName: 'Dave Petrov' },
  { name: 'erin', displayName: 'Erin Nakamura' },
  { name: 'frank', displayName: 'Frank Moreau' },
];

/** What somebody does to a line, of which the number is that of its entry. */
export type ExampleAct = { readonly by: 0 | 1; readonly target: number } & (
  | { readonly action: 'edit-message'; readonly text: string }
  | { readonly action: 'delete-message' }
  | { readonly action: 'react'; readonly emoji: string }
);

export interface ExampleTalk {
  readonly between: readonly [string, string];
  /** Said in turn, by the first person first. */
  readonly lines: readonly string[];
  readonly acts?: readonly ExampleAct[];
  /** Who has read all of it; both, if left out. */
  readonly isReadBy?: readonly (0 | 1)[];
}

const GARDEN = [
  'Are you still coming to the allotment on Saturday?',
  'Yes! What should I bring?',
  'Gloves, and whatever you would like for lunch.',
  'I make that lentil salad again',
  '🎉',
  'Is the water on by now, or do I fill the cans at home?',
  'It is on. The tap by the gate drips, so put a bucket under it; last time half the path was a pond and Mr Hale was not amused.',
  'Noted: bucket.',
  'The beans are up, by the way.\nAll of them.\nEvery. Single. One.',
  'I told you two packets were too many 😄',
  'You did.',
  'See you at ten?',
  'Ten is good.',
  '👍',
];

const LONG_TALK_LINES = 130;

export const EXAMPLE_TALKS: readonly ExampleTalk[] = [
  {
    between: ['alice', 'bob'],
    lines: GARDEN,
    acts: [
      { by: 1, action: 'edit-message', target: 4, text: 'I’ll make that *lentil salad* again' },
      { by: 0, action: 'react', target: 4, emoji: '😋' },
      { by: 1, action: 'react', target: 9, emoji: '😂' },
      { by: 0, action: 'react', target: 14, emoji: '❤️' },
    ],
  },
  {
    between: ['alice', 'carol'],
    lines: [
      'The slides are in the shared folder now, page 12 needs your figures',
      'Thanks, you will have them tonight',
      'No hurry, Thursday is early enough: https://example.org/agenda',
      'Then Thursday. Tonight there is football',
    ],
    isReadBy: [1],
  },
  {
    between: ['bob', 'dave'],
    lines: [
      'Did the parcel come?',
      'This morning. It is at the neighbours’, number 14.',
      'You are a star ⭐',
    ],
  },
  {
    // Long enough to scroll back through.
    between: ['alice', 'dave'],
    lines: Array.from({ length: LONG_TALK_LINES }, (_, i) => `${GARDEN[i % GARDEN.length]} (${i + 1})`),
  },
  {
    between: ['erin', 'alice'],
    lines: ['Hello! We met at the library on Tuesday.', 'Hello Erin, of course!'],
  },
  {
    // Nobody has answered him: a request.
    between: ['frank', 'alice'],
    lines: ['Good morning, is the bicycle still for sale?'],
    isReadBy: [0],
  },
];
