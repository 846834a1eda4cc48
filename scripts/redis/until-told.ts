/** Resolves at Ctrl-C, `kill`, or the end of the process that started this one. */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', resolve);
    // Listening for that must not be what keeps this process going, when all else has ended.
    process.channel?.unref();
  });
}
