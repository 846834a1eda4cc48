import { expect, jest, test } from '@jest/globals';
import { fuzz } from '../../scripts/fuzz/fuzz.ts';
import { type Input, inputOf } from '../../scripts/fuzz/inputs.ts';
import { shrunk } from '../../scripts/fuzz/shrink.ts';

jest.setTimeout(120_000);

const SEED = 7;

/** As many as take some seconds; `npm run fuzz` sends more, and to the interface server as well. */
const COUNT = 3_000;

test('whatever is sent to a handler, it answers with what we have a word for', async () => {
  const { faults } = await fuzz(SEED, COUNT);
  expect(faults).toEqual([]);
});

test('the same number of the same seed is the same input', () => {
  for (const number of [0, 17, 2_999]) {
    expect(inputOf(SEED, number)).toEqual(inputOf(SEED, number));
    expect(inputOf(SEED, number)).not.toEqual(inputOf(SEED + 1, number));
  }
});

test('inputs get to every handler, well made and badly', () => {
  const inputs = Array.from({ length: COUNT }, (_, number) => inputOf(SEED, number));
  const actions = new Set<string>();
  const routes = new Set<string>();
  for (const input of inputs) {
    if (input.kind === 'request') routes.add(input.route);
    if (input.kind === 'frame') actions.add(/"action":"([a-z-]+)"/.exec(input.text)?.[1] ?? '');
  }
  expect([...actions]).toEqual(expect.arrayContaining(['send-message', 'change-side', 'ping', 'typing']));
  expect([...routes]).toEqual(expect.arrayContaining(['POST /api/register', 'GET /api/entries']));
});

test('a handler that breaks is found, with the input that does it', async () => {
  const isBad = ({ kind, ...rest }: Input) => kind === 'frame' && JSON.stringify(rest).includes('__proto__');
  const handlers = Promise.resolve({
    begin: async () => {},
    faultOf: async (input: Input) => (isBad(input) ? 'broke' : undefined),
  });
  const { faults } = await fuzz(SEED, COUNT, { handlers, most: 1 });
  expect(faults).toMatchObject([{ input: { kind: 'frame', text: '__proto__' }, what: 'broke' }]);
});

test('what fails is made as short as it can be', async () => {
  const input = { kind: 'frame', text: `${'x'.repeat(500)}bad${'y'.repeat(500)}`, isBinary: false } as const;
  const smaller = await shrunk(input, async (each) => each.kind === 'frame' && each.text.includes('bad'));
  expect(smaller).toEqual({ ...input, text: 'bad' });
});
