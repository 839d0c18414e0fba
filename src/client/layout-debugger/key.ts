import type { View } from "../rendering/view.ts";

/** Shows or hides the layout debugger of a page when Alt+Shift+D is pressed. */
export function listenForKey(pageOf: () => View | undefined, signal: AbortSignal): void {
  const toggle = async (event: KeyboardEvent): Promise<void> => {
    // With Alt, a Mac names the character that the key would type. AltGr counts as Ctrl+Alt on Windows.
    if (event.code !== "KeyD" || !event.altKey || !event.shiftKey || event.ctrlKey || event.repeat) return;
    event.preventDefault();
    (await import("./layout-debugger.ts")).toggleLayoutDebugger(pageOf());
  };
  addEventListener("keydown", (event) => void toggle(event), { signal });
}
