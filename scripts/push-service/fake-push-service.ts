import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushMessage } from '../../lib/protocol/push-message.ts';
import { type PushDevice, pushDevice } from './push-device.ts';

/** Something that came for a device, and was taken. */
export interface TakenPush {
  readonly endpoint: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came, encrypted. */
  readonly body: Buffer;
  /** What the device reads. */
  readonly message: PushMessage;
}

/** How it answers what is meant for a device: a status, by an end of the connection, or not at all. */
export type Manner = number | 'cut' | 'hang';

/** A browser maker's push service, as far as RFC 8030 has a server see it: for tests, and for a chat on one machine. */
export interface FakePushService {
  /** To be named in `PUSH_SERVICES`. */
  readonly origin: string;
  readonly taken: readonly TakenPush[];
  /** How often it was asked, whatever it answered. */
  readonly asked: number;
  /** A new device, which has an endpoint here. */
  device(): PushDevice;
  /** What a device that was off gets when it is back: of each topic the last. */
  kept(device: PushDevice): PushMessage[];
  /** Answers so from now on, each of these once and the last one then always. */
  answer(...manners: Manner[]): void;
  /** Forgets what came, and is well again. */
  reset(): void;
  stop(): Promise<void>;
}

const CREATED = 201;

export interface PushServiceOptions {
  /** 0 for any port that is free. */
  readonly port: number;
  readonly onTaken?: (push: TakenPush) => void;
}

export async function startPushService(
  { port, onTaken = () => {} }: PushServiceOptions = { port: 0 },
): Promise<FakePushService> {
  const devices = new Map<string, PushDevice>();
  const taken: TakenPush[] = [];
  let manners: Manner[] = [CREATED];
  let asked = 0;

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked += 1;
    const [manner = CREATED] = manners;
    if (manners.length > 1) manners = manners.slice(1);
    const device = devices.get(`${origin}${request.url}`);
    if (manner === 'hang') return;
    if (manner === 'cut') return void request.socket.destroy();
    if (!device) return void response.writeHead(404).end();
    if (manner >= 200 && manner < 300) {
      const body = Buffer.concat(chunks);
      const message = JSON.parse(device.decrypt(body)) as PushMessage;
      const push = { endpoint: `${origin}${request.url}`, headers: request.headers, body, message };
      taken.push(push);
      onTaken(push);
    }
    response.writeHead(manner, { location: `${origin}/elsewhere` }).end('What it says is not read.');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    taken,
    get asked() {
      return asked;
    },
    device() {
      const endpoint = `${origin}/push/${devices.size + 1}`;
      const device = pushDevice(endpoint);
      devices.set(endpoint, device);
      return device;
    },
    kept(device) {
      const { endpoint } = device.subscription();
      const own = taken.filter((push) => push.endpoint === endpoint);
      return [...new Map(own.map(({ headers, message }) => [headers.topic, message])).values()];
    },
    answer(...given) {
      manners = given;
    },
    reset() {
      taken.length = 0;
      asked = 0;
      manners = [CREATED];
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
