/** Waits for the turns of the event loop in which a deadline lets waiting input be read, and a few more. */
export async function readTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
