import { fileURLToPath } from 'node:url';
import { startChild } from '../../scripts/local/children.ts';

/** Starts a child that rings at a doorbell, and does nothing else: `node starter.ts <port> <log file>`. */
const [port = '', logFile = ''] = process.argv.slice(2);
const stay = fileURLToPath(new URL('stay.ts', import.meta.url));
startChild({ name: 'the child', command: process.execPath, args: [stay, port], logFile });
