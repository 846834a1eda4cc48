import { describe, expect, test } from '@jest/globals';
import type { Template } from './packaged.ts';
import { circle, conditionsIn, danglingReferences } from './references.ts';

/** A template of resources with these properties. */
function templateOf(properties: Record<string, object>): Template {
  const entries = Object.entries(properties).map(([name, Properties]) => [name, { Type: 'T', Properties }]);
  return { Resources: Object.fromEntries(entries) };
}

describe('the check of references', () => {
  test.each([
    ['Ref', { Ref: 'Gone' }],
    ['GetAtt', { 'Fn::GetAtt': ['Gone', 'Arn'] }],
    ['GetAtt in one word', { 'Fn::GetAtt': 'Gone.Arn' }],
    ['Sub', { 'Fn::Sub': 'arn:${AWS::Region}:${Gone.Arn}/x' }],
    ['Sub with values', { 'Fn::Sub': ['${a}', { a: { Ref: 'Gone' } }] }],
  ])('finds what a %s names and nobody is', (_, value) => {
    expect(danglingReferences(templateOf({ Here: { list: [{ deep: value }] } }))).toEqual(['Gone']);
  });

  test('knows what AWS gives, what a Sub brings itself, and text that only looks like a reference', () => {
    const sub = { 'Fn::Sub': ['${AWS::Region} ${mine} ${!Literal} ${Here.Arn}', { mine: 'x' }] };
    expect(danglingReferences(templateOf({ Here: {}, There: { sub } }))).toEqual([]);
  });

  test('finds a circle however long, and none where there is none', () => {
    const a = { Ref: 'B' };
    const b = { 'Fn::GetAtt': ['C', 'Arn'] };
    const c = { 'Fn::Sub': '${A}' };
    expect(circle(templateOf({ A: { a }, B: { b }, C: { c } }))).toEqual(['A', 'B', 'C', 'A']);
    expect(circle(templateOf({ A: { a }, B: { b }, C: {} }))).toEqual([]);
  });

  test('finds the conditions that are asked for', () => {
    expect(conditionsIn({ x: [{ 'Fn::If': ['One', { 'Fn::If': ['Two', 1, 2] }, 3] }] })).toEqual([
      'One',
      'Two',
    ]);
  });
});
