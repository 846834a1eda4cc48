import { WebSocketServer } from 'ws';

/** The least that there can be: a socket that says again what it is told. */
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]) });
server.on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))));
