import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Handlers, loadHandlers } from './handlers.ts';
import { type Input, inputOf } from './inputs.ts';
import { shrunk } from './shrink.ts';

/** After so many, all that they have stored is forgotten: what grows then is not what is meant to be kept. */
const INPUTS_PER_STORE = 2_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** An input that is answered as none may be. */
export interface Fault {
  readonly number: number;
  readonly input: Input;
  readonly what: string;
}

export interface Fuzzed {
  readonly faults: readonly Fault[];
  /** Bytes of the heap that are in use, after each part of the inputs. */
  readonly heap: readonly number[];
}

/**
 * Sends so many inputs to the handlers, one after the other.
 * @param most of so many different faults it is enough
 */
export async function fuzz(
  seed: number,
  count: number,
  { handlers = loadHandlers(), most = 5 }: { handlers?: Promise<Handlers>; most?: number } = {},
): Promise<Fuzzed> {
  const loaded = await handlers;
  const faults: Fault[] = [];
  const heap: number[] = [];
  const giveBack = silenced();
  try {
    for (let number = 0; number < count && faults.length < most; number += 1) {
      if (number % INPUTS_PER_STORE === 0) {
        await loaded.begin();
        collectGarbage();
        heap.push(process.memoryUsage().heapUsed);
      }
      const input = inputOf(seed, number);
      const what = await loaded.faultOf(input);
      if (what !== undefined) faults.push({ number, ...(await smaller(loaded, input, what)) });
    }
    return { faults, heap };
  } finally {
    giveBack();
  }
}

async function smaller(handlers: Handlers, input: Input, what: string): Promise<Omit<Fault, 'number'>> {
  const fails = async (other: Input) => (await handlers.faultOf(other)) !== undefined;
  return { input: await shrunk(input, fails), what };
}

/** The handlers' lines of the log are nothing to look at here. */
function silenced(): () => void {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  return () => {
    process.stdout.write = write;
  };
}
