import { describe, expect, test } from '@jest/globals';
import { readProjectFile, sourceFiles } from '../structure/project-files.ts';
import { literalTexts } from './literal-texts.ts';

/** Where no component may have words of its own: they would stay English for everybody. */
const FOLDERS = ['frontend'];

/** Words that are the same in every language, by the file that has them. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {};

describe('what is shown comes from the catalogues', () => {
  const components = sourceFiles(...FOLDERS).filter((file) => file.endsWith('.tsx'));

  test.each(components)('%s has no words of its own', (file) => {
    const allowed = ALLOWED[file] ?? [];
    expect(literalTexts(readProjectFile(file)).filter((text) => !allowed.includes(text))).toEqual([]);
  });

  test.each([
    ['words', '<p>Log out</p>', ['Log out']],
    ['words beside others', '<p>{texts.hello} and welcome</p>', ['and welcome']],
    ['one of two words', "<b>{isShown ? 'Hide' : 'Show'}</b>", ['Hide', 'Show']],
    ['words on a condition', "<b>{mine && 'You: '}</b>", ['You:']],
    ['words around a name', `<b>{\`Write to \${name}\`}</b>`, ['Write to']],
    ['an accessible name', '<nav aria-label="People" />', ['People']],
    ['a placeholder', `<input placeholder={\`Write to \${name}\`} />`, ['Write to']],
    ['words in what is repeated', '<ul>{all.map((it) => <li>New {it}</li>)}</ul>', ['New']],
    ['words in what is chosen', '<>{isThere ? <p>Here</p> : null}</>', ['Here']],
    ['words in what is handed on', '<Form footer={<p>New here?</p>} />', ['New here?']],
  ])('%s would be found', (_, jsx, found) => {
    expect(literalTexts(`const It = () => ${jsx};`)).toEqual(found);
  });

  test.each([
    ['texts of a catalogue', '<p title={texts.title}>{texts.hello(name)}</p>'],
    [
      'what only programs read',
      `<a className="row" href={\`/c/\${name}\`} data-state="failed" role="status" />`,
    ],
    ['signs', '<p>… – {a} · {b}</p>'],
    ['a comparison', "<p>{state === 'failed' && <Failure />}</p>"],
    ['what a function is asked for', "<p>{describe('failed')}</p>"],
  ])('%s would not', (_, jsx) => {
    expect(literalTexts(`const It = () => ${jsx};`)).toEqual([]);
  });
});
