import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createClient } from '@redis/client';

/**
 * A chat as one would write it with Socket.IO: a room for each person, Redis between servers, and each message put in DynamoDB
 * before it is sent on. It keeps no order, finds no double, and has one write a message as ours has.
 *
 * `node socket-io-server.ts <port> <url of Redis> <DynamoDB> <table> <where socket.io is installed>`
 */
const [port, redisUrl, endpoint, table, modules = ''] = process.argv.slice(2);

/** As much of it as is used here: it is no dependency. */
interface SocketIoServer {
  on(event: 'connection', listener: (socket: ServerSocket) => void): void;
  to(room: string): { emit(event: string, message: object): void };
}
interface ServerSocket {
  readonly handshake: { readonly query: { readonly name: string } };
  join(room: string): void;
  on(event: 'message', listener: (message: Message, acknowledge: () => void) => void): void;
}
interface Message {
  readonly to: string;
  readonly clientId: string;
  readonly text: string;
}

const required = createRequire(modules);
const { Server } = required('socket.io') as {
  Server: new (server: object, options: object) => SocketIoServer;
};
const { createAdapter } = required('@socket.io/redis-adapter') as {
  createAdapter(publisher: object, subscriber: object): object;
};

const [publisher, subscriber] = [
  createClient({ url: redisUrl ?? '' }),
  createClient({ url: redisUrl ?? '' }),
];
await Promise.all([publisher.connect(), subscriber.connect()]);
const dynamodb = new DynamoDBClient({
  endpoint: endpoint ?? '',
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

const server = createServer();
const io = new Server(server, { adapter: createAdapter(publisher, subscriber) });
let stored = 0;

io.on('connection', (socket) => {
  const { name } = socket.handshake.query;
  socket.join(name);
  socket.on('message', async ({ to, clientId, text }, acknowledge) => {
    stored += 1;
    const Item = {
      conversation: { S: [name, to].sort().join(':') },
      seq: { N: `${stored}` },
      from: { S: name },
      clientId: { S: clientId },
      at: { N: `${Date.now()}` },
      text: { S: text },
    };
    await dynamodb.send(new PutItemCommand({ TableName: table, Item }));
    acknowledge();
    io.to(to).emit('message', { from: name, clientId, text });
  });
});
server.listen(Number(port), '127.0.0.1');
