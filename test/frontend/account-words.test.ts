import { describe, expect, test } from '@jest/globals';
import { NoAnswer, Refused } from '../../frontend/net/errors.ts';
import { createChatLoader, PartMissing } from '../../frontend/parts/chat-loader.ts';
import { formProblemOf } from '../../frontend/parts/form-problem.ts';
import { initialsOf } from '../../frontend/parts/initials.ts';
import { account } from '../../frontend/texts/en/account.ts';
import { en as allPages } from '../../frontend/texts/en.ts';

const en = { ...allPages, account };

describe('what a form says when it is refused', () => {
  const refused = (code: Refused['code'], field?: string) =>
    formProblemOf(new Refused({ code, message: 'by the server', ...(field && { field }) }), en);

  test('is said of the field that is wrong, in the words of the pages', () => {
    expect(refused('invalid-request', 'password')).toEqual({
      words: en.account.fieldProblems.password,
      field: 'password',
    });
    expect(refused('name-taken')).toEqual({ words: en.problems['name-taken'], field: 'name' });
    expect(refused('common-password')).toEqual({
      words: en.problems['common-password'],
      field: 'password',
    });
  });

  test('is said of the whole form where no field is to blame', () => {
    expect(refused('wrong-credentials')).toEqual({ words: en.problems['wrong-credentials'] });
    expect(refused('invalid-request', 'toString')).toEqual({ words: en.problems['invalid-request'] });
    expect(formProblemOf(new NoAnswer(), en)).toEqual({ words: en.problems['no-answer'] });
    expect(formProblemOf(new PartMissing({}), en)).toEqual({ words: en.app.codeMissingOnForm });
  });

  test('is nothing where the program itself is wrong: that is for the console', () => {
    expect(() => formProblemOf(new TypeError('x is undefined'), en)).toThrow(TypeError);
  });
});

describe('the code of the chat', () => {
  const parts = () => {
    const calls: string[] = [];
    const chat = { start: () => calls.push('start'), logIn: async () => calls.push('log in') };
    return { calls, parts: { chat } as never };
  };

  test('is loaded once, and the chat is started once', async () => {
    const { calls, parts: loaded } = parts();
    let loads = 0;
    const loader = createChatLoader(async () => {
      loads += 1;
      return loaded;
    });
    await Promise.all([loader.prepare(), loader.start(), loader.start()]);
    await loader.start();
    expect([loads, calls]).toEqual([1, ['start']]);
  });

  test('is asked for again after it did not come', async () => {
    const { calls, parts: loaded } = parts();
    const answers = [() => Promise.reject(new TypeError('Failed to fetch')), () => Promise.resolve(loaded)];
    const loader = createChatLoader(() => (answers.shift() as () => Promise<never>)());
    await expect(loader.prepare()).rejects.toThrow(PartMissing);
    expect(loader.current()).toBeUndefined();
    await loader.start();
    expect(calls).toEqual(['start']);
  });

  test('does not start the chat again when logging in has started it', async () => {
    const { calls, parts: loaded } = parts();
    const loader = createChatLoader(async () => loaded);
    await loader.logIn((chat) => chat.logIn({ name: 'alice', password: 'secret' }));
    await loader.start();
    expect(calls).toEqual(['log in']);
  });
});

test('an avatar has the first letters of the first and the last word', () => {
  expect(initialsOf('Alice')).toBe('A');
  expect(initialsOf('alice van der marlow')).toBe('AM');
  expect(initialsOf('  محمد  ')).toBe('م');
  expect(initialsOf('👩‍👩‍👧 Family')).toBe('👩‍👩‍👧F');
  expect(initialsOf('')).toBe('');
});
