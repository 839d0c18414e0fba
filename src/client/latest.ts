/**
 * A function to call often that runs `tell` at once, then at most once an interval, and always after the last call.
 */
export function latestOnly(interval: () => number, tell: () => void): () => void {
  let isWaiting = false;
  let isDue = false;
  const run = (): void => {
    isWaiting = true;
    isDue = false;
    tell();
    setTimeout(() => {
      isWaiting = false;
      if (isDue) run();
    }, interval());
  };
  return () => {
    if (isWaiting) isDue = true;
    else run();
  };
}
