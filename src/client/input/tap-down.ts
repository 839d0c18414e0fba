import type { View } from "../rendering/view.ts";
import { settlePress } from "./settled-press.ts";

const KINDS: { readonly [type: string]: string | undefined } = { mouse: "mouse", touch: "touch", pen: "stylus" };

/** Reports a press with the primary button, once it is certain that it does not scroll. */
export function tapDown(view: View, down: PointerEvent): void {
  const { pointerType, clientX: x, clientY: y, button } = down;
  if (!view.listensTo("tapDown") || button !== 0) return;
  const { left, top } = view.root.getBoundingClientRect();
  const details = {
    kind: KINDS[pointerType] ?? "unknown",
    localPosition: { x: x - left, y: y - top },
    globalPosition: { x, y },
  };
  settlePress(view.root, down, { settled: () => view.emit("tapDown", details) });
}
