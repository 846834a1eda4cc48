import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from '../client/account.ts';
import { UNHINDERED } from '../local/limits.ts';
import { quietly } from '../local/progress.ts';
import { startRedisSystem } from '../redis/system.ts';
import { type Chance, chanceOf } from '../simulate/chance.ts';
import { type Input, inputOf } from './inputs.ts';
import { noise } from './mutate.ts';
import { bytesOf, OPCODE, type RawFrame, RawSocket } from './raw-socket.ts';

const PASSWORD = 'a password that nobody has';

/** Over each connection, unless it ends before. */
const FRAMES_PER_CONNECTION = 20;

/** Until what a server says to a frame is there, or it is clear that it says nothing. */
const PATIENCE_MS = 30;

/** What is running by then is all that will, and memory has grown to what that takes. */
const WARM_UP_SHARE = 0.3;

export interface InterfaceFuzzed {
  readonly connections: number;
  /** What is wrong, in words. */
  readonly faults: readonly string[];
  /** How much memory it takes in the end, of what it took when it was warm. */
  readonly growth: number;
}

/** Sends frames that no client would to an interface server of Redis mode, by its own process, with a real handler behind it. */
export async function fuzzInterface(seed: number, count: number): Promise<InterfaceFuzzed> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-fuzz-'));
  const system = await startRedisSystem({
    port: 0,
    workers: 1,
    interfaces: 1,
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'log'),
    env: UNHINDERED,
    step: quietly,
  });
  try {
    const address = system.addresses[0] ?? '';
    const alice = await register(address, { name: 'alice', password: PASSWORD });
    let isOver = false;
    const crashed = system.crashed.then(({ name }) => (isOver ? undefined : `${name} has crashed`));
    const faults: string[] = [];
    const connections = Math.ceil(count / FRAMES_PER_CONNECTION);
    let warm = 0;
    for (let i = 0; i < connections && faults.length === 0; i += 1) {
      const { ticket } = await alice.ticket();
      const fuzzing = fuzzConnection(Number(new URL(address).port), ticket, chanceOf(seed + i), seed + i);
      const fault = await Promise.race([fuzzing, crashed]);
      if (fault) faults.push(`connection ${i} of seed ${seed}: ${fault}`);
      if (i === Math.floor(connections * WARM_UP_SHARE)) warm = await memoryOf(address);
    }
    const growth = (await memoryOf(address)) / warm - 1;
    // Whoever asks for no more than others is served as before.
    const socket = await alice.openSocket();
    await socket.ping();
    await socket.close();
    isOver = true;
    return { connections, faults, growth };
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fuzzConnection(
  port: number,
  ticket: string,
  chance: Chance,
  seed: number,
): Promise<string | undefined> {
  const socket = await RawSocket.open(port, { 'sec-websocket-protocol': `chat.v1, ticket.${ticket}` });
  try {
    for (let i = 0; i < FRAMES_PER_CONNECTION && !socket.hasEnded; i += 1) {
      const heard = socket.frames.length;
      await socket.write(bytesIn(chance, seed, i), chance.fraction('chopped') < 0.1 ? 3 : undefined);
      await Promise.race([
        socket.until(heard + 1),
        new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
      ]);
    }
    return socket.frames.map(({ opcode, payload }) => faultOf(opcode, payload)).find(Boolean);
  } finally {
    socket.destroy();
  }
}

/** Most often a frame as it should be with something in it that should not; at times one that is none. */
function bytesIn(chance: Chance, seed: number, number: number): Buffer {
  const frame: RawFrame = { opcode: OPCODE.text, payload: frameText(seed, number) };
  switch (
    chance.oneOf('bytes', ['text', 'text', 'text', 'binary', 'fragments', 'ping', 'odd', 'noise'] as const)
  ) {
    case 'text':
      return bytesOf(frame);
    case 'binary':
      return bytesOf({ opcode: OPCODE.binary, payload: noise(chance.between('length', 0, 300), chance) });
    case 'fragments':
      return Buffer.concat([bytesOf({ ...frame, isLast: false }), bytesOf({ opcode: OPCODE.continuation })]);
    case 'ping':
      return bytesOf({ opcode: OPCODE.ping, payload: noise(chance.between('length', 0, 126), chance) });
    case 'odd':
      return bytesOf({
        opcode: Math.floor(chance.between('opcode', 0, 16)),
        payload: noise(chance.between('length', 0, 200), chance),
        isLast: chance.fraction('last') < 0.7,
        reserved: chance.fraction('reserved') < 0.1 ? 4 : 0,
        isMasked: chance.fraction('masked') < 0.9,
      });
    case 'noise':
      return noise(chance.between('length', 1, 400), chance);
  }
}

function frameText(seed: number, number: number): string {
  for (let i = number * 100; ; i += 1) {
    const input: Input = inputOf(seed, i);
    if (input.kind === 'frame') return input.text;
  }
}

/** Closing codes, pongs and frames of ours are right; that something went wrong on our side is not. */
function faultOf(opcode: number, payload: Buffer): string | undefined {
  if (opcode === OPCODE.close && payload.length >= 2 && payload.readUInt16BE() === 1011)
    return 'closed with 1011';
  if (opcode !== OPCODE.text) return undefined;
  const { action, code } = JSON.parse(payload.toString()) as { action?: string; code?: string };
  return action === 'error' && code === 'internal' ? payload.toString() : undefined;
}

async function memoryOf(address: string): Promise<number> {
  const { memoryBytes } = (await (await fetch(`${address}/healthz`)).json()) as { memoryBytes: number };
  return memoryBytes;
}
