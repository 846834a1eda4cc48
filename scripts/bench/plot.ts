/** A line of a picture: what it is called, and its points, by ascending x. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A part of a picture with axes of its own. */
export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly Series[];
}

const PANEL = { width: 270, height: 170 };
const MARGIN = { left: 44, right: 12, top: 30, bottom: 26 };
const LEGEND_LINE = 16;
const TICKS = 4;

/** Told apart by people who see no red or green, too: after Okabe and Ito. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

/**
 * A picture in SVG with several panels in rows, x in powers of ten, y from zero. It is drawn on white, so that it can be
 * read on a page of any colour.
 * @param title for who can't see it
 * @param perRow panels beside each other
 */
export function plot(title: string, panels: readonly Panel[], perRow: number): string {
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))];
  const colourOf = (name: string) => COLOURS[names.indexOf(name) % COLOURS.length] ?? '';
  const width = PANEL.width * Math.min(perRow, panels.length);
  const above = PANEL.height * Math.ceil(panels.length / perRow);
  const height = above + LEGEND_LINE * (names.length + 0.5);
  const drawn = panels.map((panel, i) => {
    const [x, y] = [(i % perRow) * PANEL.width, Math.floor(i / perRow) * PANEL.height];
    return `<g transform="translate(${x} ${y})">${drawPanel(panel, colourOf)}</g>`;
  });
  const legend = names.map((name, i) => {
    const [x, y] = [MARGIN.left, above + LEGEND_LINE * (i + 0.75)];
    return `<rect x="${x}" y="${y - 8}" width="10" height="10" fill="${colourOf(name)}"/>${text(x + 14, y + 1, name)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="white"/>
${[...drawn, ...legend].join('\n')}
</svg>
`;
}

function drawPanel({ title, unit, series }: Panel, colourOf: (name: string) => string): string {
  const points = series.flatMap((each) => each.points);
  const xs = [...new Set(points.map(([x]) => x))].toSorted((one, other) => one - other);
  const top = roundUp(Math.max(...points.map(([, y]) => y)));
  const inner = {
    width: PANEL.width - MARGIN.left - MARGIN.right,
    height: PANEL.height - MARGIN.top - MARGIN.bottom,
  };
  const [first, last] = [Math.log10(xs[0] ?? 1), Math.log10(xs.at(-1) ?? 10)];
  const atX = (x: number) => MARGIN.left + ((Math.log10(x) - first) / (last - first || 1)) * inner.width;
  const atY = (y: number) => MARGIN.top + inner.height * (1 - y / top);
  const grid = Array.from({ length: TICKS + 1 }, (_, i) => (top * i) / TICKS).map(
    (y) =>
      `<path d="M${MARGIN.left} ${round(atY(y))}h${inner.width}" stroke="#ddd"/>${text(MARGIN.left - 6, atY(y) + 4, number(y), 'end')}`,
  );
  const below = xs.map((x) => text(atX(x), PANEL.height - MARGIN.bottom + 14, number(x), 'middle'));
  const lines = series.map(({ name, points: ofLine }) => {
    const path = ofLine
      .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(atX(x))} ${round(atY(y))}`)
      .join('');
    const dots = ofLine
      .map(([x, y]) => `<circle cx="${round(atX(x))}" cy="${round(atY(y))}" r="2.5"/>`)
      .join('');
    const colour = colourOf(name);
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/><g fill="${colour}">${dots}</g>`;
  });
  return [text(MARGIN.left, 18, `${title} (${unit})`), ...grid, ...below, ...lines].join('');
}

/** The next number that is easily divided by the ticks. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value || 1));
  return [1, 2, 4, 8, 10].map((factor) => factor * step).find((each) => each >= value) ?? 10 * step;
}

function number(value: number): string {
  return value >= 1_000
    ? value.toLocaleString('en', { notation: 'compact' })
    : `${Number(value.toPrecision(3))}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function text(x: number, y: number, content: string, anchor = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="#222" text-anchor="${anchor}">${escaped(content)}</text>`;
}

/** Names are Markdown in the tables beside the picture. */
function escaped(content: string): string {
  return content.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
