import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { commonPasswords } from '../../lib/passwords/common-passwords.ts';
import { MIN_PASSWORD_CHARACTERS } from '../../lib/protocol/limits.ts';

const LIST = new URL('../../lib/passwords/common-passwords.txt', import.meta.url);
const lines = readFileSync(LIST, 'utf8').split('\n');
const listed = lines.filter((line) => line !== '' && !line.startsWith('#'));

describe('the common passwords', () => {
  test.each(['password', 'PassWord', '12345678', 'iloveyou', listed.at(-1) ?? ''])(
    'have %j',
    async (password) => {
      expect(await commonPasswords().has(password)).toBe(true);
    },
  );

  test.each(['correct horse battery staple', '# Copyright (c) 2021 @zxcvbn-ts', '#', ''])(
    'do not have %j',
    async (password) => {
      expect(await commonPasswords().has(password)).toBe(false);
    },
  );

  test('are more than 3,000, none twice, each long enough to be chosen, and in small letters', () => {
    expect(listed.length).toBeGreaterThan(3_000);
    expect(new Set(listed).size).toBe(listed.length);
    const wrong = listed.filter(
      (one) => one.length < MIN_PASSWORD_CHARACTERS || one !== one.toLowerCase() || one !== one.trim(),
    );
    expect(wrong).toEqual([]);
  });

  test('come with their source and its licence', () => {
    expect(lines.slice(0, 10).join('\n')).toContain('@zxcvbn-ts/language-common');
    expect(lines.join('\n')).toContain('Permission is hereby granted, free of charge');
  });

  test('that cannot be read let nobody choose anything', async () => {
    const missing = commonPasswords(pathToFileURL('/nowhere/common-passwords.txt'));
    await expect(missing.has('password')).rejects.toThrow('ENOENT');
  });
});
