import type { View } from "../rendering/view.ts";
import { settlePress } from "./settled-press.ts";

const KINDS: { readonly [type: string]: string | undefined } = { mouse: "mouse", touch: "touch", pen: "stylus" };

/** Reports presses with the primary button, once it is certain that they do not scroll. */
export function watchTapDown(view: View): void {
  const { root } = view;
  root.addEventListener("pointerdown", (down) => {
    const { pointerType, clientX: x, clientY: y, button } = down;
    if (!view.listensTo("tapDown") || button !== 0) return;
    const { left, top } = root.getBoundingClientRect();
    const details = {
      kind: KINDS[pointerType] ?? "unknown",
      localPosition: { x: x - left, y: y - top },
      globalPosition: { x, y },
    };
    settlePress(root, down, { settled: () => view.emit("tapDown", details) });
  });
}
