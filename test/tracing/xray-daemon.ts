import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export type Subsegment = Record<string, unknown>;

/** What runs beside a Lambda for X-Ray: it takes documents by UDP. This one keeps them. */
export interface XrayDaemon {
  /** `host:port` */
  readonly address: string;
  readonly subsegments: readonly Subsegment[];
  /** The next one that comes, or has come and was not asked for yet. */
  next(): Promise<Subsegment>;
  stop(): Promise<void>;
}

const HEADER = '{"format": "json", "version": 1}\n';

/** Starts one on a port of the loopback that is free. */
export async function startXrayDaemon(): Promise<XrayDaemon> {
  const socket = createSocket('udp4');
  const subsegments: Subsegment[] = [];
  let told = 0;
  socket.on('message', (packet) => {
    const text = packet.toString('utf8');
    if (!text.startsWith(HEADER)) throw new Error(`X-Ray's daemon drops what has no header: ${text}`);
    subsegments.push(JSON.parse(text.slice(HEADER.length)) as Subsegment);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    subsegments,
    async next() {
      while (subsegments.length === told) await once(socket, 'message');
      told += 1;
      return subsegments[told - 1] as Subsegment;
    },
    async stop() {
      socket.close();
      await once(socket, 'close');
    },
  };
}
