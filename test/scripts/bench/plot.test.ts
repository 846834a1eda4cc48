import { expect, test } from '@jest/globals';
import { plot } from '../../../scripts/bench/plot.ts';

const PANELS = ['units', 'ms'].map((unit) => ({
  title: 'people & sockets',
  unit,
  series: [
    { name: 'send', points: [[10, 1] as const, [1_000, 1] as const, [100_000, 1] as const] },
    { name: 'bootstrap', points: [[10, 12.5] as const, [100_000, 25] as const] },
  ],
}));

const svg = plot('Units & times', PANELS, 2);

test('a picture has a line for each series of each panel, and says once what is what', () => {
  expect(svg.match(/stroke-width="2"/g)).toHaveLength(4);
  expect(svg.match(/>send</g)).toHaveLength(1);
  expect(svg.match(/<circle/g)).toHaveLength(10);
});

test('what does not grow is a flat line, by powers of ten', () => {
  const [, path = ''] = /<path d="(M[^"]+)" fill="none" stroke="#0072b2"/.exec(svg) ?? [];
  const points = path
    .split(/[ML]/)
    .filter(Boolean)
    .map((point) => point.split(' ').map(Number));
  const [[left = 0, y], [middle = 0], [right = 0]] = points as [number[], number[], number[]];
  expect(points.map(([, each]) => each)).toEqual([y, y, y]);
  expect(middle - left).toBeCloseTo(right - middle, 0);
});

test('it is XML, with numbers in all places', () => {
  expect(svg).toContain('people &amp; sockets');
  expect(svg).toContain('<title>Units &amp; times</title>');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});
