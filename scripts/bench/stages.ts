import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Device } from '../cost/devices.ts';
import { startMeteredChat } from '../cost/metered-chat.ts';
import { localChat } from './benched.ts';
import { openPairs } from './pairs.ts';

const MESSAGES = 200;
const WARM_UP = 50;

/** Where the milliseconds of a message go, when there is no other: means, each. */
export interface Stages {
  readonly gateway: number;
  readonly handler: number;
  readonly store: number;
  readonly push: number;
}

/**
 * A message's way, one at a time, as `npm start` runs it. What the gateway takes is the rest of what the client sees; what the
 * function itself takes is measured in this process, without any gateway, by what is left when no request to the database is
 * under way.
 */
export async function stagesOfAMessage(folder: string): Promise<Stages> {
  const { total, inFunction, push } = await throughTheGateway(folder);
  const { whole, store } = await inThisProcess();
  const handler = Math.min(whole - store, inFunction - push);
  return { gateway: total - inFunction, handler, store: inFunction - push - handler, push };
}

async function throughTheGateway(folder: string) {
  const { target, stop } = await localChat(folder);
  try {
    const [talk] = await openPairs(target.address, 1);
    const took: number[] = [];
    for (let i = 0; i < WARM_UP + MESSAGES; i += 1) {
      const began = performance.now();
      await talk?.writers[0].say(randomUUID(), 'On my way!');
      took.push(performance.now() - began);
    }
    await talk?.close();
    const lines = readFileSync(join(folder, 'log', 'functions.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"route":"send-message"'))
      .map((line) => JSON.parse(line) as { ms: number; StoredToPushed?: number });
    return {
      total: mean(took.slice(WARM_UP)),
      inFunction: mean(lines.slice(-MESSAGES).map(({ ms }) => ms)),
      push: mean(lines.slice(-MESSAGES).map(({ StoredToPushed = 0 }) => StoredToPushed)),
    };
  } finally {
    await stop();
  }
}

async function inThisProcess() {
  const chat = await startMeteredChat();
  try {
    return await chat.unmetered(async () => {
      const [alice, bob] = [new Device(await chat.signUp('alice')), new Device(await chat.signUp('bob'))];
      await alice.open();
      await bob.open();
      const store = timeWithRequests(chat.database.middlewareStack);
      let last = 0;
      const took: number[] = [];
      for (let i = 0; i < WARM_UP + MESSAGES; i += 1) {
        if (i === WARM_UP) store.reset();
        const began = performance.now();
        last = await alice.write('bob', last);
        took.push(performance.now() - began);
      }
      return { whole: mean(took.slice(WARM_UP)), store: store.ms() / MESSAGES };
    });
  } finally {
    await chat.stop();
  }
}

type Stack = Awaited<ReturnType<typeof startMeteredChat>>['database']['middlewareStack'];

/** How long at least one request was under way. */
function timeWithRequests(stack: Stack) {
  let [total, underWay, since] = [0, 0, 0];
  stack.add(
    (next) => async (args) => {
      if (underWay === 0) since = performance.now();
      underWay += 1;
      try {
        return await next(args);
      } finally {
        underWay -= 1;
        if (underWay === 0) total += performance.now() - since;
      }
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return {
    ms: () => total,
    reset: () => {
      total = 0;
    },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
