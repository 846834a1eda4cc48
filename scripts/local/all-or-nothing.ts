/** What has been started, and its end. */
type Stoppable<Parts> = Parts & { stop(): Promise<void> };

/**
 * Starts what consists of parts, each of which says how it is ended: all of them, the last one first, when it is stopped,
 * or when one can't be started.
 */
export async function allOrNothing<Parts extends object>(
  startParts: (onStop: (end: () => unknown) => void) => Promise<Parts>,
): Promise<Stoppable<Parts>> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of undo.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts((end) => undo.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
