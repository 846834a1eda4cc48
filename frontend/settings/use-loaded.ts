import { type Dispatch, type SetStateAction, useCallback, useEffect, useState } from 'react';
import { type Problem, problemOf } from '../net/errors.ts';

/** Something that the server is asked for when it is shown. */
export interface Loaded<Value> {
  /** Undefined until it has come. */
  readonly value: Value | undefined;
  /** Why it has not, if it was refused or there was no answer. */
  readonly problem: Problem | undefined;
  /** Asks again. */
  readonly load: () => Promise<void>;
  /** Says what has become of it, where that is known without another question. */
  readonly setValue: Dispatch<SetStateAction<Value | undefined>>;
}

/** @param ask the same function at each render */
export function useLoaded<Value>(ask: () => Promise<Value>): Loaded<Value> {
  const [value, setValue] = useState<Value>();
  const [problem, setProblem] = useState<Problem>();
  const load = useCallback(async () => {
    setProblem(undefined);
    try {
      setValue(await ask());
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, [ask]);
  useEffect(() => void load(), [load]);
  return { value, problem, load, setValue };
}
