/** The wish that this process ends: Ctrl-C, `kill`, or the end of the process that started it. */
export interface ToldToStop {
  readonly stop: Promise<undefined>;
  asked(): boolean;
}

export function toldToStop(): ToldToStop {
  let wasAsked = false;
  const stop = new Promise<undefined>((resolve) => {
    const ask = () => {
      wasAsked = true;
      resolve(undefined);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
    process.once('disconnect', ask);
    // Listening for that must not be what keeps this process going, when all else has ended.
    process.channel?.unref();
  });
  return { stop, asked: () => wasAsked };
}
