/**
 * Writes one line of JSON to standard output, where Lambda and a terminal both pick it up.
 *
 * Only what is named here goes in: never a body, a cookie, a password or a ticket.
 */
export function logLine(level: 'info' | 'warn' | 'error', event: string, details: object): void {
  process.stdout.write(`${JSON.stringify({ level, event, ...details })}\n`);
}
