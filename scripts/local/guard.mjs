/**
 * Runs a command for as long as whoever started this process is there.
 *
 * Its standard input is a pipe from the starter: that closes when the starter ends, also by kill -9, and then the
 * command is ended as well. Without this, a crash would leave a database running that holds its files and its port.
 */
import { spawn } from 'node:child_process';

/** For a command that does not mind SIGTERM. */
const PATIENCE_MS = 3_000;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
process.stdin.on('close', stop);
process.stdin.on('end', stop);
process.stdin.resume();
process.on('SIGTERM', stop);
process.on('SIGINT', () => {});

function stop() {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
}
