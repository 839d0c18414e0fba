import type { Control } from "../core/control.ts";
import { NODE } from "../core/node.ts";
import type { Behaviour } from "./behaviours.ts";
import type { Shown } from "./shown.ts";

/** Returns the visible items of a control's bar, including the control. */
function choicesBeside(choice: Control, slot: "destinations" | "tabs"): Control[] {
  return (Reflect.get(choice.parent as Control, slot) as Control[]).filter(({ visible }) => visible);
}

/** Behavior of a destination: a press selects it in its bar or rail. */
export const destination: Behaviour = {
  answers: () => true,
  press({ control, parent }) {
    parent?.write("selectedIndex", choicesBeside(control, "destinations").indexOf(control), "change");
  },
};

/**
 * Behavior of a tab. A press sends `click` of its bar, and selects the tab in the Tabs control around the bar. The
 * arrow keys, Home and End select another tab.
 */
export const tab: Behaviour = {
  answers: () => true,
  press: (shown) => choose(shown, true),
  key(shown, key, { focus }) {
    const next = tabAfter(shown.control, key);
    if (next === undefined) return false;
    focus(next);
    choose(shown.of(next), false);
    return true;
  },
};

function choose(shown: Shown, isClicked: boolean): void {
  const index = choicesBeside(shown.control, "tabs").indexOf(shown.control);
  if (isClicked) shown.parent?.emit("click", index);
  let tabs = shown.parent;
  while (tabs !== undefined && tabs.control[NODE].spec.type !== "Tabs") tabs = tabs.parent;
  if (tabs === undefined) return;
  const [chosen, length] = [tabs.get("selectedIndex") as number, tabs.get("length") as number];
  if (index !== (chosen < 0 ? chosen + length : chosen)) tabs.write("selectedIndex", index, "change");
}

/** Returns the tab that an arrow key, Home or End moves to, or `undefined` for other keys. */
function tabAfter(from: Control, key: string): Control | undefined {
  const usable = choicesBeside(from, "tabs").filter(({ disabled }) => !disabled);
  if (key === "Home") return usable[0];
  if (key === "End") return usable.at(-1);
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return step === 0 ? undefined : usable[(usable.indexOf(from) + step + usable.length) % usable.length];
}
