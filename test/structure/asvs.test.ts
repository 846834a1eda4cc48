import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1, without a hole. */
const REQUIREMENTS_OF_SECTIONS: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
};

const requirements = Object.entries(REQUIREMENTS_OF_SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, before) => `${section}.${before + 1}`),
);

/** What stands in place of a test, and what makes it enough is in the row. */
const MARKS = /^(Document|Design|AWS|Deviation)[: ]/;

interface Row {
  readonly id: string;
  readonly how: string;
  readonly shownBy: string;
}

const lines = readFileSync('docs/asvs.md', 'utf8').split('\n');
const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
const rows: readonly Row[] = lines
  .map(cellsOf)
  .filter((cells) => /^\d+\.\d+\.\d+$/.test(cells[1] ?? '') && cells.length === 7)
  .map(([, id = '', , , how = '', shownBy = '']) => ({ id, how, shownBy }));

/** Those of the last table: single ones, sections or whole chapters. */
const leftOut = lines
  .slice(lines.indexOf('## Nothing that it could be asked of'))
  .map(cellsOf)
  .filter((cells) => /^\d/.test(cells[1] ?? ''))
  .flatMap(([, what = '']) => what.split(', '))
  .flatMap((what) => requirements.filter((id) => id === what || id.startsWith(`${what}.`)));

interface NamedTest {
  readonly file: string;
  readonly name: string;
}

function testsOf({ shownBy }: Row): NamedTest[] {
  return [...shownBy.matchAll(/`(test\/[^`]+)`: ([^`]+?)(?= ; |$)/g)].map(([, file = '', name = '']) => ({
    file,
    name,
  }));
}

const named = rows.flatMap((row) => testsOf(row).map(({ file, name }) => [row.id, file, name] as const));

describe('docs/asvs.md', () => {
  test('has each requirement of levels 1 and 2 once, and no other', () => {
    expect([...rows.map(({ id }) => id), ...leftOut].sort()).toEqual([...requirements].sort());
    expect(requirements).toHaveLength(253);
  });

  test('has a test in each row, or says what stands in its place', () => {
    const without = rows.filter((row) => testsOf(row).length === 0 && !MARKS.test(row.how));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('has nothing in the place of tests but tests', () => {
    const unread = rows.filter(
      ({ shownBy }) => shownBy !== '–' && !/^`test\/[^`]+`: [^`]+( ; `test\/[^`]+`: [^`]+)*$/.test(shownBy),
    );
    expect(unread.map(({ id }) => id)).toEqual([]);
  });

  test.each(named)('%s: %s has the test "%s"', (_, file, name) => {
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain(name);
  });
});
