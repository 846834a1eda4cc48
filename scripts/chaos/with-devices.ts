import { Device } from './device.ts';
import type { History } from './history.ts';
import { lendBrowser } from './lend-browser.ts';
import type { FragileSystem } from './system.ts';

/** Devices that are there for as long as something is done with them. */
export interface Devices {
  /** All that have been opened. */
  readonly all: readonly Device[];
  /** A new device of somebody, at which nobody is signed in yet. Each goes to another server than the one before, if there are several. */
  open(name: string, person: string): Promise<Device>;
}

/** Does something with devices, whose pages have what they take from a browser for as long as that lasts. */
export async function withDevices<Result>(
  { ports }: Pick<FragileSystem, 'ports'>,
  history: History,
  use: (devices: Devices) => Promise<Result>,
): Promise<Result> {
  const all: Device[] = [];
  const giveBack = lendBrowser(
    (origin) => all.find((device) => device.origin === origin),
    (error) => history.note({ what: 'reported', page: '?', error: String(error) }),
  );
  const open: Devices['open'] = async (name, person) => {
    const port = ports[all.length % ports.length] as number;
    const device = await Device.start(`${person}-${name}`, person, port, history);
    all.push(device);
    return device;
  };
  try {
    return await use({ all, open });
  } finally {
    for (const device of all) await device.stop();
    giveBack();
  }
}
