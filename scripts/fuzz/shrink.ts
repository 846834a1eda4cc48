import type { Input } from './inputs.ts';

const MOST_TRIES = 300;

/** The input with as little text as it takes to fail. */
export async function shrunk(input: Input, fails: (input: Input) => Promise<boolean>): Promise<Input> {
  if (!(await fails(input))) return input;
  const text = textOf(input);
  let kept = text;
  let tries = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1 && tries < MOST_TRIES; ) {
    let isShorter = false;
    for (let at = 0; at < kept.length && tries < MOST_TRIES; ) {
      const without = kept.slice(0, at) + kept.slice(at + size);
      tries += 1;
      if (await fails(withText(input, without))) {
        kept = without;
        isShorter = true;
      } else {
        at += size;
      }
    }
    if (!isShorter) size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  return withText(input, kept);
}

function textOf(input: Input): string {
  if (input.kind === 'frame') return input.text;
  return input.kind === 'request' ? input.body : input.protocols;
}

function withText(input: Input, text: string): Input {
  if (input.kind === 'frame') return { ...input, text };
  return input.kind === 'request' ? { ...input, body: text } : { ...input, protocols: text };
}
