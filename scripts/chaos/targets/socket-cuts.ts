import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from '../check.ts';
import type { Device } from '../device.ts';
import { History } from '../history.ts';
import { until } from '../until.ts';
import { withDevices } from '../with-devices.ts';
import { found, newName, type Target } from './target.ts';

const PEOPLE = 4;
const DEVICES = ['phone', 'laptop'];
const CUT_EVERY_MS = 2_000;

/** So many wait on a device at once: as many as somebody writes who has no network for a while. */
const MOST_WAITING = 40;
const WRITES_EVERY_MS = 20;

const GIVEN_UP_AFTER_MS = 60_000;

/** People write to each other, each of them on two devices, all of whose sockets are cut again and again. */
export const socketCuts: Target = async ({ system, folder, mode, messages }) => {
  const history = new History(join(folder, `${mode}-socket-cuts.jsonl`));
  return withDevices(system, history, async ({ all: devices, open }) => {
    const people = Array.from({ length: PEOPLE }, () => newName('person'));
    for (const person of people) {
      for (const [i, name] of DEVICES.entries()) {
        const device = await open(name, person);
        await (i === 0 ? device.register() : device.logIn());
      }
    }
    await until(devices, () => devices.every(({ isLive }) => isLive), GIVEN_UP_AFTER_MS);

    const each = Math.ceil(messages / devices.length);
    const written = each * devices.length;
    const began = performance.now();
    const cutting = new AbortController();
    const cuts = cutAgainAndAgain(devices, cutting.signal);
    await Promise.all(devices.map((device) => writeTo(device, nextOf(people, device.person), each)));
    cutting.abort();
    await cuts;
    const isEverywhere = () =>
      devices.every(({ isLive }) => isLive) &&
      people.every((person) => isSame(devices, person, nextOf(people, person)));
    await until(devices, isEverywhere, GIVEN_UP_AFTER_MS);
    const seconds = (performance.now() - began) / 1_000;
    for (const device of devices) {
      for (const peer of people) if (device.lastSeq(peer) > 0) device.noteShown(peer);
    }
    const checked = await check(history.file, system.endpoint(), people);
    return [
      {
        what: `${written} messages, sockets cut every ${CUT_EVERY_MS / 1_000} s (in ${seconds.toFixed(0)} s): lost, doubled, out of order, missing on a device`,
        target: '0',
        measured: found(checked),
        isMet: checked.violations.length === 0 && checked.entries === written,
      },
    ];
  });
};

async function cutAgainAndAgain(devices: readonly Device[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(CUT_EVERY_MS, undefined, { signal }).catch(() => {});
    for (const { network } of devices) network.reset();
  }
}

async function writeTo(device: Device, peer: string, count: number): Promise<void> {
  for (let written = 0; written < count; ) {
    if (device.state.outbox.length < MOST_WAITING) {
      device.write(peer);
      written += 1;
    } else {
      await wait(WRITES_EVERY_MS);
    }
  }
}

function nextOf(people: readonly string[], person: string): string {
  return people[(people.indexOf(person) + 1) % people.length] ?? '';
}

/** Whether all devices of two people hold the same end of what they write to each other. */
function isSame(devices: readonly Device[], one: string, other: string): boolean {
  const ends = devices.flatMap((device) => {
    if (device.person === one) return [device.lastSeq(other)];
    return device.person === other ? [device.lastSeq(one)] : [];
  });
  return new Set(ends).size === 1;
}
