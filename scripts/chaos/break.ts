import { setTimeout as wait } from 'node:timers/promises';
import type { Device } from './device.ts';
import type { History } from './history.ts';
import type { Fault, NetworkFault } from './plan.ts';
import type { FragileSystem, MortalPart } from './system.ts';
import { type Conditions, type TcpProxy, WELL } from './tcp-proxy.ts';

const KILL_EVERY_MS = 1_000;
const MOST_STARTS = 5;
const RESET_EVERY_MS = { least: 300, most: 1_500 };

const CONDITIONS: Readonly<Record<NetworkFault, Conditions>> = {
  latency: { latencyMs: 300 },
  resets: WELL,
  'a black hole': { isBlackHole: true },
  'a black hole, then resets': { isBlackHole: true },
  slices: { sliceBytes: 7 },
  'little bandwidth': { bytesPerSecond: 4_000 },
  'a reader that hardly reads': { readBytesPerSecond: 500 },
};

const TROUBLE = { throttled: 0.2, unanswered: 0.025, cut: 0.025 };

/** What there is to break, and where it is written down. */
export interface Storm {
  readonly system: FragileSystem;
  readonly devices: readonly Device[];
  readonly history: History;
  /** Until when each part is being killed: nobody kills what somebody else is about to start. */
  readonly killed: Map<MortalPart, Promise<void>>;
}

/** Does what a fault is to do, and resolves when that has ended and all that it broke is whole again. */
export async function breakFor(fault: Fault, storm: Storm): Promise<void> {
  const { system, devices, history } = storm;
  const device = devices[Math.floor(fault.which * devices.length)] as Device;
  const part = system.parts[Math.floor(fault.which * system.parts.length)] as MortalPart;
  const name = nameOf(fault, device, part);
  history.note({ what: 'broke', fault: name });
  switch (fault.kind) {
    case 'kills':
      await killInTurn(part, fault.forMs, storm);
      break;
    case 'throttles and lost answers':
      system.database.become(TROUBLE);
      await wait(fault.forMs);
      system.database.become({});
      break;
    case 'a full disk': {
      const giveRoom = await system.fillDisk();
      await wait(fault.forMs);
      await giveRoom();
      break;
    }
    case 'a push service that hangs':
    case 'a push service that refuses':
      system.pushService.answer(fault.kind === 'a push service that hangs' ? 'hang' : 429);
      await wait(fault.forMs);
      system.pushService.answer(201);
      break;
    default:
      await worsen(networkOf(fault, system, device), fault);
  }
  history.note({ what: 'mended', fault: name });
}

function nameOf(fault: Fault, { name }: Device, part: MortalPart): string {
  if (fault.kind === 'kills') return `kills of ${part.name}`;
  if (!('where' in fault)) return fault.kind;
  return `${fault.kind} on the way to ${fault.where === 'a device' ? name : fault.where}`;
}

function networkOf(
  { where }: Fault & { kind: NetworkFault },
  system: FragileSystem,
  device: Device,
): TcpProxy {
  if (where === 'a device') return device.network;
  return where === 'the database' ? system.toDatabase : system.toSockets;
}

async function worsen(
  network: TcpProxy,
  { kind, forMs, which }: Fault & { kind: NetworkFault },
): Promise<void> {
  network.become(CONDITIONS[kind]);
  if (kind === 'resets') {
    const everyMs = RESET_EVERY_MS.least + which * (RESET_EVERY_MS.most - RESET_EVERY_MS.least);
    for (let left = forMs; left > 0; left -= everyMs) {
      network.reset();
      await wait(Math.min(everyMs, left));
    }
  } else {
    await wait(forMs);
  }
  // As a network does that has forgotten meanwhile what was connected.
  if (kind === 'a black hole, then resets') network.reset();
  network.become(WELL);
}

function killInTurn(part: MortalPart, forMs: number, { killed }: Storm): Promise<void> {
  const before = killed.get(part) ?? Promise.resolve();
  const turn = before.then(() => killAgainAndAgain(part, forMs));
  killed.set(part, turn);
  return turn;
}

/** Kills it, has it come back, and kills it once more when it has been there for a second. */
async function killAgainAndAgain(part: MortalPart, forMs: number): Promise<void> {
  const end = performance.now() + forMs;
  do {
    await part.kill();
    await startAnyhow(part);
    await wait(Math.max(0, Math.min(KILL_EVERY_MS, end - performance.now())));
  } while (performance.now() < end);
}

/** What it needs may have been killed as well, and be about to come back. */
async function startAnyhow(part: MortalPart): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await part.start();
    } catch (error) {
      if (tries === MOST_STARTS) throw error;
    }
  }
}
