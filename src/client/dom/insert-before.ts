/** Inserts an element before another. Keeps focus and state if the browser supports that. */
export function moveOrInsertBefore(holder: HTMLElement, child: HTMLElement, next: Element | null): void {
  const target = holder as HTMLElement & { moveBefore?: (node: Node, before: Node | null) => void };
  if (child.isConnected && holder.isConnected && target.moveBefore !== undefined) target.moveBefore(child, next);
  else holder.insertBefore(child, next);
}
