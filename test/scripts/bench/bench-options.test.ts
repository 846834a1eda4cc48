import { expect, test } from '@jest/globals';
import { benchOptions } from '../../../scripts/bench/bench-options.ts';

test('a bench is of everything, under three loads, three times each, unless it is asked for less', () => {
  const { benched, loads, runs, stages } = benchOptions([]);
  expect([benched.length, loads.map(({ rate }) => rate), runs, stages]).toEqual([5, [50, 100, 200], 3, true]);
  const less = benchOptions(['--only', 'echo', '--rate', '10', '--runs', '1', '--sockets', '2']);
  expect([less.benched.length, less.loads.length, less.runs, less.stages]).toEqual([1, 1, 1, false]);
});

test.each([
  ['--rate', '0', '--rate is a whole number from 1 to 2000, and "0" is not.'],
  ['--rate', '50,many', '--rate is a whole number from 1 to 2000, and "many" is not.'],
  ['--sockets', '5', '--sockets is an even number: people write in pairs.'],
  ['--seconds', '100000', '--seconds is a whole number from 1 to 300, and "100000" is not.'],
  ['--bites', '10', 'There are: --only'],
  ['--only', 'local,elsewhere', '--only is one or more of local, redis, echo, handler, socket.io.'],
])('%s %s is refused with a word', (option, value, words) => {
  expect(() => benchOptions([option, value])).toThrow(words);
});
