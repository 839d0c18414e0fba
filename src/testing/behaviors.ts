import type { Behavior } from "../controls/behavior.ts";
import { behaviors } from "../controls/behaviors.ts";
import type { Control } from "../controls/control.ts";
import { NODE } from "../core/tree/node.ts";

const registered = new Map<string, Behavior>();

/**
 * Defines what a press or a key does to controls of your own in tests without a browser. `type` is the name in the
 * control's `spec`. It is the twin of `registerRenderer` of `runlet/client`, which defines the same in the browser.
 *
 * ```ts
 * registerBehavior("Volume", {
 *   reactsToPress: () => true,
 *   key(clientControl, key) {
 *     if (!/^[0-9]$/.test(key)) return false;
 *     clientControl.write("value", Number(key), "change");
 *     return true;
 *   },
 * });
 * ```
 *
 * After that, `await app.press(volume, "4")` sets the value of a mounted Volume to 4 and calls its `onChange`.
 */
export function registerBehavior(type: string, behavior: Behavior): void {
  registered.set(type, behavior);
}

/** Returns the behavior of a control, if it has one. */
export function behaviorOf(control: Control): Behavior | undefined {
  const { type } = control[NODE].spec;
  return registered.get(type) ?? behaviors[type];
}
