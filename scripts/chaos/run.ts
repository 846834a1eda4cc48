import { setTimeout as wait } from 'node:timers/promises';
import { NO_CONVERSATION } from '../../frontend/state/model.ts';
import { shownMessages } from '../../frontend/state/shown-messages.ts';
import { register } from '../client/account.ts';
import type { Violation } from '../simulate/check/violation.ts';
import { breakFor, type Storm } from './break.ts';
import { check } from './check.ts';
import { type Device, PASSWORD } from './device.ts';
import { History } from './history.ts';
import type { Deed, Plan } from './plan.ts';
import type { FragileSystem } from './system.ts';
import { until } from './until.ts';
import { type Devices, withDevices } from './with-devices.ts';

/** What was broken is whole again, and everybody knows everything, within this. */
export const HEALED_WITHIN_MS = 5_000;

/** After this long without it, it is told as it is. */
const GIVEN_UP_AFTER_MS = 40_000;

/** The last of them is away. */
const NAMES = ['alice', 'bob', 'dave'];
const DEVICES = ['phone', 'laptop'];
const EMOJI = ['👍', '🎉', null];

export interface Outcome {
  readonly violations: readonly Violation[];
  /** From the end of the last fault until every device showed everything. */
  readonly healedMs: number;
  readonly entries: number;
  readonly faults: number;
  readonly historyFile: string;
}

/** Lets a plan happen on a system, waits until it is healed, and has its history checked. */
export function run(plan: Plan, system: FragileSystem, historyFile: string): Promise<Outcome> {
  const history = new History(historyFile);
  const people = NAMES.map((name) => `${name}-${plan.seed}`);
  return withDevices(system, history, async (devices) => {
    await signUp(people, system, devices);
    await letHappen(plan, { system, devices: [...devices.all], history, killed: new Map() }, people);
    const healedMs = await healing(devices.all, people);
    history.note({ what: 'healed', ms: Math.round(healedMs) });
    await comeBack(people, devices);
    for (const device of devices.all) {
      for (const peer of people) if (device.lastSeq(peer) > 0) device.noteShown(peer);
    }
    const checked = await check(historyFile, system.endpoint(), people);
    return { ...checked, healedMs, faults: plan.faults.length, historyFile };
  });
}

/** The last of them has no page open, and a device that is to be told of what comes; the others have several. */
async function signUp(
  people: readonly string[],
  system: FragileSystem,
  { open, all }: Devices,
): Promise<void> {
  for (const person of people.slice(0, -1)) {
    for (const [i, name] of DEVICES.entries()) {
      const device = await open(name, person);
      await (i === 0 ? device.register() : device.logIn());
    }
  }
  const address = `http://127.0.0.1:${system.ports[0]}`;
  const account = await register(address, { name: awayOf(people), password: PASSWORD });
  await account.subscribePush(system.pushService.device().subscription());
  await until(all, () => all.every(({ isLive }) => isLive), GIVEN_UP_AFTER_MS);
}

async function letHappen(plan: Plan, storm: Storm, people: readonly string[]): Promise<void> {
  const breaking = plan.faults.map(async (fault) => {
    await wait(fault.at);
    await breakFor(fault, storm);
  });
  const acting = plan.deeds.map(async (deed) => {
    await wait(deed.at);
    act(deed, storm.devices, awayOf(people));
  });
  await Promise.all([...breaking, ...acting]);
}

/** Everybody writes to everybody, from each device. @returns ms until all of it is everywhere, with all that came before */
async function healing(devices: readonly Device[], people: readonly string[]): Promise<number> {
  const mendedAt = performance.now();
  for (const device of devices) {
    for (const peer of people) if (peer !== device.person) device.write(peer);
  }
  await until(devices, () => isHealed(devices, people), GIVEN_UP_AFTER_MS);
  return performance.now() - mendedAt;
}

/** Who was away comes back; and the others have a device more. */
async function comeBack(people: readonly string[], { open, all }: Devices): Promise<void> {
  for (const person of people) await (await open('new', person)).logIn();
  await until(all, () => isHealed(all, people), GIVEN_UP_AFTER_MS);
}

function awayOf(people: readonly string[]): string {
  return people.at(-1) ?? '';
}

function act(deed: Deed, devices: readonly Device[], away: string): void {
  const { what, which } = deed;
  const device = devices[Math.floor(which * devices.length)] as Device;
  const peer = devices.find(({ person }) => person !== device.person)?.person ?? '';
  if (device.state.session.status !== 'signed-in') return;
  if (what === 'write') device.write(peer);
  else if (what === 'write to who is away') device.write(away);
  else if (what === 'reload') device.reload();
  else actOnMessage(deed, device, peer);
}

function actOnMessage({ what, target }: Deed, device: Device, peer: string): void {
  const stored = shownMessages(device.state, peer).filter(
    ({ seq, gone, mine }) => seq !== undefined && !gone && (mine || what === 'react'),
  );
  const { seq } = stored[Math.floor(target * stored.length)] ?? {};
  if (seq === undefined) return;
  if (what === 'edit') device.chat.edit(peer, seq, `${device.name} edited ${target}`);
  if (what === 'delete') device.chat.deleteForBoth(peer, seq);
  if (what === 'react') device.chat.react(peer, seq, EMOJI[seq % EMOJI.length] ?? null);
}

/** Whether each device has sent all, and holds the same end of each conversation as the others who are in it. */
function isHealed(devices: readonly Device[], people: readonly string[]): boolean {
  if (!devices.every(({ isLive }) => isLive)) return false;
  return people.every((one) =>
    people.every((other) => {
      const ends = devices.flatMap((device) => {
        if (device.person === one) return [device.lastSeq(other)];
        return device.person === other ? [device.lastSeq(one)] : [];
      });
      return new Set(ends).size <= 1 && devices.every((device) => isWhole(device, one));
    }),
  );
}

/** Whether nothing that it has got lies behind a hole. */
function isWhole(device: Device, peer: string): boolean {
  return (device.state.conversations.get(peer) ?? NO_CONVERSATION).aside.length === 0;
}
