// Gives back to the system what reading a large workspace has left behind. By itself Node waits with that until it needs
// more than it ever had, which may be never while somebody reads and writes.

/** Where memory is not much more than Node itself takes, there is little to give back. */
const WORTH_A_PAUSE = 100 * 2 ** 20;

/** For ten thousand files about half a second in which nothing else happens; comes back once it is over. */
export async function tidyMemory(): Promise<void> {
  if (process.memoryUsage().heapTotal < WORTH_A_PAUSE) return;
  // The one way to ask for it while a program runs. Nobody is let in from outside by it.
  const { Session } = await import("node:inspector/promises");
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.collectGarbage");
  session.disconnect();
}
