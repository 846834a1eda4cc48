/** Does something the first time, and nothing after that. */
export function once<Result>(what: () => Result): () => Result | undefined {
  let isDone = false;
  return () => {
    if (isDone) return undefined;
    isDone = true;
    return what();
  };
}
