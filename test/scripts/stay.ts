import { createConnection } from 'node:net';

/**
 * Rings at a doorbell, and stays until it is ended: `node stay.ts <port> [stubborn]`.
 * A stubborn one does not mind SIGTERM.
 */
const [port, manner] = process.argv.slice(2);
if (manner === 'stubborn') process.on('SIGTERM', () => {});
process.stdout.write('I stay.\n');
const connection = createConnection({ port: Number(port), host: '127.0.0.1' });
// The doorbell of a test that has failed is gone; so goes what rang it.
connection.on('close', () => process.exit());
connection.resume();
