import { describe, expect, test } from '@jest/globals';
import { HUE_STEP } from '../../frontend/parts/initials.ts';
import { readProjectFile } from '../structure/project-files.ts';
import { contrast, type Rgb, rgbOfHex, rgbOfOklch } from './colours.ts';

const TOKENS = readProjectFile('frontend/styles/tokens.css');

/** WCAG 1.4.3: text. */
const TEXT = 4.5;
/** WCAG 1.4.11: what shows where to press, where to write, and what has the focus. */
const SHAPE = 3;

/** By how much the hue of an avatar turns from one end to the other, in styles/avatar.css. */
const TURN = 25;

const TEXTS: Record<string, readonly string[]> = {
  ink: ['ground', 'surface', 'raised', 'chosen', 'theirs'],
  'ink-quiet': ['ground', 'surface', 'raised', 'chosen', 'theirs'],
  accent: ['ground', 'surface'],
  'accent-strong': ['ground', 'surface'],
  'on-accent': ['accent', 'accent-strong'],
  'on-mine': ['mine'],
  unseen: ['surface', 'raised', 'chosen'],
  danger: ['ground', 'surface', 'raised', 'chosen'],
  'warning-ink': ['warning-ground'],
};
const SHAPES: Record<string, readonly string[]> = {
  'line-strong': ['ground', 'surface'],
  accent: ['ground', 'surface', 'raised', 'chosen'],
  unseen: ['surface', 'raised', 'chosen'],
};

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const between = (one: string, other: string) => contrast(colour(one, theme), colour(other, theme));

  test.each(pairsOf(TEXTS))('%s can be read on %s', (ink, ground) => {
    expect(between(ink, ground)).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(pairsOf(SHAPES))('%s can be seen on %s', (shape, ground) => {
    expect(between(shape, ground)).toBeGreaterThanOrEqual(SHAPE);
  });
});

const HUES = Array.from({ length: 360 / HUE_STEP }, (_, i) => i * HUE_STEP);

test.each(HUES)('initials can be read on the avatar of hue %i, from its bright to its deep end', (hue) => {
  const chroma = Number(token('avatar-chroma'));
  const bright = rgbOfOklch(Number.parseFloat(token('avatar-bright')) / 100, chroma, hue);
  const deep = rgbOfOklch(Number.parseFloat(token('avatar-deep')) / 100, chroma, hue + TURN);
  for (const ground of [bright, deep]) {
    expect(contrast(colour('on-avatar', 'light'), ground)).toBeGreaterThanOrEqual(TEXT);
  }
});

function pairsOf(all: Record<string, readonly string[]>): [front: string, ground: string][] {
  return Object.entries(all).flatMap(([front, grounds]) =>
    grounds.map((ground): [string, string] => [front, ground]),
  );
}

function colour(name: string, theme: 'light' | 'dark'): Rgb {
  const [light, dark = light] = [...token(name).matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex);
  return rgbOfHex((theme === 'light' ? light : dark) ?? '');
}

function token(name: string): string {
  const [, value] = TOKENS.match(new RegExp(`--${name}: ([^;]+);`)) ?? [];
  if (value === undefined) throw new Error(`tokens.css has no --${name}.`);
  return value;
}
