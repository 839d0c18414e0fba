import type { Parts } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/** Texts with a selection listener, and the selection that was last reported. */
const listeners = new Map<Element, { readonly stop: AbortController; last: string }>();

/** Setter of `onSelectionChange` for text that cannot be edited. Reports the selection inside the control. */
export function listenForSelection<P, E extends Parts>(view: View<P, E>): void {
  const { root } = view;
  stopListening(root);
  if (!view.listensTo("selectionChange")) return;
  const listener = { stop: new AbortController(), last: "" };
  listeners.set(root, listener);
  const report = (): void => {
    const selection = document.getSelection();
    const isInside = selection !== null && root.contains(selection.anchorNode) && root.contains(selection.focusNode);
    const selectedText = isInside ? selection.toString() : "";
    const base = isInside ? offsetIn(root, selection.anchorNode, selection.anchorOffset) : 0;
    const extent = isInside ? offsetIn(root, selection.focusNode, selection.focusOffset) : 0;
    const key = selectedText === "" ? "" : `${base} ${extent} ${selectedText}`;
    if (key === listener.last) return;
    listener.last = key;
    view.emit("selectionChange", { selectedText, selection: { baseOffset: base, extentOffset: extent } });
  };
  document.addEventListener("selectionchange", report, { signal: listener.stop.signal });
}

/** Stops reporting, because the text is gone or has no handler left. */
export function stopListening(root: Element): void {
  listeners.get(root)?.stop.abort();
  listeners.delete(root);
}

/** Returns the number of characters before a position inside an element. */
function offsetIn(root: Element, node: Node | null, offset: number): number {
  if (node === null) return 0;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
