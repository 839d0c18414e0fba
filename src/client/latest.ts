/**
 * Returns a throttled function. The callback runs at once, then at most once per interval, and always after the last
 * call.
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
