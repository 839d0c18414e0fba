/**
 * Returns a throttled function. The callback runs at once, then at most once per interval, and always after the last
 * call.
 */
export function throttleToLatest(interval: () => number, callback: () => void): () => void {
  let isWaiting = false;
  let isDue = false;
  const run = (): void => {
    isWaiting = true;
    isDue = false;
    callback();
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
