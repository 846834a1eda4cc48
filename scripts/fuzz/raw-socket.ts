import { createHash, randomBytes } from 'node:crypto';
import { createConnection, type Socket } from 'node:net';

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** What RFC 6455 has both sides hash with the client's key. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A frame as it is to be on the wire, whether or not it may be. */
export interface RawFrame {
  readonly opcode: number;
  readonly payload?: Buffer | string;
  readonly isLast?: boolean;
  /** Three bits. */
  readonly reserved?: number;
  readonly isMasked?: boolean;
}

/** A frame of the server. */
export interface ReceivedFrame {
  readonly opcode: number;
  readonly payload: Buffer;
}

/** The bytes of a frame of a client. */
export function bytesOf({
  opcode,
  payload = '',
  isLast = true,
  reserved = 0,
  isMasked = true,
}: RawFrame): Buffer {
  const data = Buffer.from(payload as Buffer);
  const first = (isLast ? 0x80 : 0) | (reserved << 4) | opcode;
  const masked = isMasked ? 0x80 : 0;
  const head =
    data.length < 126
      ? Buffer.from([first, masked | data.length])
      : data.length < 0x1_0000
        ? Buffer.from([first, masked | 126, data.length >> 8, data.length & 0xff])
        : Buffer.concat([Buffer.from([first, masked | 127, 0, 0, 0, 0]), uint32(data.length)]);
  if (!isMasked) return Buffer.concat([head, data]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, data.map((byte, i) => byte ^ (mask[i % 4] ?? 0))]);
}

/** The payload of a frame that closes. */
export function closePayload(code: number, reason: Buffer | string = ''): Buffer {
  return Buffer.concat([Buffer.from([(code >> 8) & 0xff, code & 0xff]), Buffer.from(reason as Buffer)]);
}

/** A WebSocket of which every byte is the caller's to choose, and every frame to see. */
export class RawSocket {
  /** The head of the answer to the handshake. */
  readonly head: string;
  readonly frames: ReceivedFrame[] = [];
  /** Resolves when the connection is over. */
  readonly ended: Promise<void>;
  readonly #socket: Socket;
  #rest: Buffer;
  #look = () => {};

  private constructor(socket: Socket, head: string, rest: Buffer) {
    this.#socket = socket;
    this.head = head;
    this.#rest = rest;
    this.ended = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    socket.on('end', () => socket.end());
    void this.ended.then(() => this.#look());
    this.#take(Buffer.alloc(0));
  }

  /** @throws Error if the handshake is refused */
  static async open(port: number, headers: Readonly<Record<string, string>>): Promise<RawSocket> {
    const socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
    socket.on('error', () => {});
    const key = randomBytes(16).toString('base64');
    const lines = Object.entries({
      host: `127.0.0.1:${port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': key,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`);
    socket.write(`GET /socket HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    const { head, rest } = await headOf(socket);
    const accept = createHash('sha1').update(`${key}${MAGIC}`).digest('base64');
    if (!head.startsWith('HTTP/1.1 101') || !head.includes(accept)) {
      socket.destroy();
      throw new Error(`The handshake was refused: ${head}`);
    }
    return new RawSocket(socket, head, rest);
  }

  /** @param chopBytes in pieces of so many, each by itself */
  async write(bytes: Buffer, chopBytes = bytes.length): Promise<void> {
    for (let at = 0; at < bytes.length && this.#socket.writable; at += chopBytes) {
      await new Promise<void>((resolve) => {
        this.#socket.write(bytes.subarray(at, at + chopBytes), () => resolve());
      });
    }
  }

  /** Resolves when so many frames have come in all, or the connection has ended. */
  until(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.frames.length >= count || this.#socket.destroyed) resolve();
      };
      this.#look();
    });
  }

  get hasEnded(): boolean {
    return this.#socket.destroyed;
  }

  /** With which code the server has closed; undefined if with none. */
  get closeCode(): number | undefined {
    const close = this.frames.find(({ opcode }) => opcode === OPCODE.close);
    return close && close.payload.length >= 2 ? close.payload.readUInt16BE() : undefined;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (let taken = frameIn(this.#rest); taken; taken = frameIn(this.#rest)) {
      this.frames.push(taken.frame);
      this.#rest = this.#rest.subarray(taken.bytes);
    }
    this.#look();
  }
}

function headOf(socket: Socket): Promise<{ head: string; rest: Buffer }> {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0);
    const take = (bytes: Buffer) => {
      seen = Buffer.concat([seen, bytes]);
      const end = seen.indexOf('\r\n\r\n');
      if (end === -1) return;
      socket.off('data', take);
      resolve({ head: seen.subarray(0, end).toString('latin1'), rest: seen.subarray(end + 4) });
    };
    socket.on('data', take);
    socket.once('close', () => reject(new Error('The handshake was not answered.')));
  });
}

/** The first whole frame, as a server sends them: without a mask. */
function frameIn(bytes: Buffer): { frame: ReceivedFrame; bytes: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const at = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < at) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? bytes.readUInt32BE(6) : short;
  if (bytes.length < at + length) return undefined;
  const frame = { opcode: bytes.readUInt8(0) & 0x0f, payload: bytes.subarray(at, at + length) };
  return { frame, bytes: at + length };
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
