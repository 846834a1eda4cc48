import { describe, expect, test } from '@jest/globals';
import { NoAnswer, Refused } from '../../frontend/net/errors.ts';
import { createChatLoader, PartMissing } from '../../frontend/parts/chat-loader.ts';
import { formProblemOf } from '../../frontend/parts/form-problem.ts';
import { initialsOf } from '../../frontend/parts/initials.ts';
import { account } from '../../frontend/texts/en/account.ts';
import { problems } from '../../frontend/texts/en/problems.ts';
import { en as allPages } from '../../frontend/texts/en.ts';

const en = { ...allPages, account };

describe('what a form says when it is refused', () => {
  const refused = (code: Refused['code'], field?: string) =>
    formProblemOf(new Refused({ code, message: 'by the server', ...(field && { field }) }), en);

  test('is said of the field that is wrong, in the words of the pages', async () => {
    expect(await refused('invalid-request', 'password')).toEqual({
      words: en.account.fieldProblems.password,
      field: 'password',
    });
    expect(await refused('name-taken')).toEqual({ words: problems['name-taken'], field: 'name' });
    expect(await refused('common-password')).toEqual({
      words: problems['common-password'],
      field: 'password',
    });
  });

  test('is said of the whole form where no field is to blame', async () => {
    expect(await refused('wrong-credentials')).toEqual({ words: problems['wrong-credentials'] });
    expect(await refused('invalid-request', 'toString')).toEqual({ words: problems['invalid-request'] });
    expect(await formProblemOf(new NoAnswer(), en)).toEqual({ words: en.app.unreachable });
    expect(await formProblemOf(new PartMissing({}), en)).toEqual({ words: en.app.codeMissingOnForm });
  });

  test('is nothing where the program itself is wrong: that is for the console', async () => {
    await expect(formProblemOf(new TypeError('x is undefined'), en)).rejects.toThrow(TypeError);
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
