const SIGN_OF_LIFE_MS = 5_000;

/** Does a piece of work, says when it is done and, while it takes long, that it is still going on. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1_000).toFixed(1);
  const signs = setInterval(() => console.log(`  … ${name} (${seconds()} s)`), SIGN_OF_LIFE_MS);
  try {
    const result = await work();
    console.log(`  ${name.padEnd(24)}${seconds().padStart(5)} s`);
    return result;
  } finally {
    clearInterval(signs);
  }
}

/** Does it without a word. */
export function quietly<Result>(_: string, work: () => Promise<Result>): Promise<Result> {
  return work();
}
