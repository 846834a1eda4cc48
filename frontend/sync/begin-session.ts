import type { Bootstrap, SocketTicket } from '../../lib/protocol/rest.ts';
import { NoAnswer, problemOf } from '../net/errors.ts';
import { importAnew } from '../net/import-anew.ts';
import type { Device, KeptFor } from '../store/device.ts';
import type { Copied } from './keep-copy.ts';
import { keepUnsent, type Opened, openFromDevice, unsentOn } from './opening.ts';
import type { SignedIn } from './signed-in.ts';
import type { Work } from './work.ts';

export interface BeginOptions {
  readonly device: Device;
  /** The address of the page, where that is not the browser's. */
  readonly page?: string;
  /** How long a socket is used before another takes its place, where that is not the usual time. */
  readonly handOverAfterMs?: number;
  /** Is told of what can be asked for, as soon as there is something to ask. */
  readonly onWork: (work: Work) => void;
}

const NOTHING: Copied = { conversations: new Map(), people: new Map() };

/**
 * Begins what goes on for whoever is signed in: with what the device has, at once and also without a network; with what
 * the server says when it answers.
 * @returns false if the device has what is not this session's, and has to begin without
 * @throws Refused `not-signed-in`
 */
export async function beginSession(session: SignedIn, options: BeginOptions): Promise<boolean> {
  const { device, onWork } = options;
  // Under way while the device is read and the server is asked.
  const loading = loadWork(session);
  const opened = await openFromDevice(session, device);
  const answered = askServer(session, opened);
  const startOn = async ({ copy, outbox }: KeptFor, found: Copied, isWaiting: (wish: string) => boolean) => {
    const firstTicket = answered.then((bootstrap) => ticketOf(bootstrap, opened));
    // Whoever waits for it is told; if nobody does any more, nobody has to be.
    firstTicket.catch(() => {});
    const { startWork } = await loading;
    onWork(startWork(session, { ...options, copy, outbox, found, isWaiting, firstTicket }));
  };

  if (opened) session.inBackground(startOn(opened.kept, opened.found, opened.isWaiting));
  const bootstrap = await answered;
  if (!isSameSession(bootstrap, opened)) return false;
  if (!bootstrap.sharedComputer) await device.signedIn(bootstrap.me.name);
  session.signal.throwIfAborted();
  if (opened) return true;
  const kept = bootstrap.sharedComputer ? device.ofNobody() : device.of(bootstrap.me.name);
  session.dispatch({ type: 'bootstrapped', bootstrap, ...unsentOn(kept) });
  await startOn(kept, NOTHING, keepUnsent(session, kept));
  return true;
}

/** The code of what goes on, which nothing that is shown at first needs. It is asked for until it comes. */
function loadWork(session: SignedIn): Promise<typeof import('./work.ts')> {
  const load = () =>
    importAnew(() => import('./work.ts')).catch((cause) => {
      throw new NoAnswer({ cause });
    });
  const loading = session.persist(load, () =>
    session.dispatch({ type: 'connection-changed', connection: 'reconnecting' }),
  );
  // Whoever waits for it is told.
  loading.catch(() => {});
  return loading;
}

/** The server's answer, and shows it where something of the device's is shown already. */
async function askServer(session: SignedIn, opened: Opened | undefined): Promise<Bootstrap> {
  const bootstrap = await session.persist(session.api.bootstrap, (error) => {
    session.dispatch(
      opened
        ? { type: 'connection-changed', connection: 'reconnecting' }
        : { type: 'server-unreachable', problem: problemOf(error) },
    );
  });
  if (opened && isSameSession(bootstrap, opened)) {
    session.dispatch({ type: 'bootstrapped', bootstrap, ...unsentOn(opened.kept) });
  }
  return bootstrap;
}

/** Whether the device's pages are of the one who is signed in, and may be on the device. */
function isSameSession({ me, sharedComputer }: Bootstrap, opened: Opened | undefined): boolean {
  return opened === undefined || (me.name === opened.me.name && !sharedComputer);
}

function ticketOf(bootstrap: Bootstrap, opened: Opened | undefined): Promise<SocketTicket> | SocketTicket {
  // A session that is going to be begun anew opens no socket.
  return isSameSession(bootstrap, opened) ? bootstrap.socket : new Promise(() => {});
}
