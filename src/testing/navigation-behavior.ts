import type { Control } from "../controls/control.ts";
import { NODE } from "../core/tree/node.ts";
import type { Behavior } from "./behaviors.ts";
import type { ClientControl } from "./client-control.ts";

/** Returns the visible items of a control's bar, including the control. */
function siblingChoices(choice: Control, slot: "destinations" | "tabs"): Control[] {
  return (Reflect.get(choice.parent as Control, slot) as Control[]).filter(({ visible }) => visible);
}

/** Behavior of a destination: a press selects it in its bar or rail. */
export const destination: Behavior = {
  reactsToPress: () => true,
  press({ control, parent }) {
    parent?.write("selectedIndex", siblingChoices(control, "destinations").indexOf(control), "change");
  },
};

/**
 * Behavior of a tab. A press sends `click` of its bar, and selects the tab in the Tabs control around the bar. The
 * arrow keys, Home and End select another tab.
 */
export const tab: Behavior = {
  reactsToPress: () => true,
  press: (clientControl) => select(clientControl, true),
  key(clientControl, key, { focus }) {
    const next = tabAfter(clientControl.control, key);
    if (next === undefined) return false;
    focus(next);
    select(clientControl.forControl(next), false);
    return true;
  },
};

function select(clientControl: ClientControl, isClicked: boolean): void {
  const index = siblingChoices(clientControl.control, "tabs").indexOf(clientControl.control);
  if (isClicked) clientControl.parent?.emit("click", index);
  let tabs = clientControl.parent;
  while (tabs !== undefined && tabs.control[NODE].spec.type !== "Tabs") tabs = tabs.parent;
  if (tabs === undefined) return;
  const [selected, length] = [tabs.get("selectedIndex") as number, tabs.get("length") as number];
  if (index !== (selected < 0 ? selected + length : selected)) tabs.write("selectedIndex", index, "change");
}

/** Returns the tab that an arrow key, Home or End moves to, or `undefined` for other keys. */
function tabAfter(from: Control, key: string): Control | undefined {
  const usable = siblingChoices(from, "tabs").filter(({ disabled }) => !disabled);
  if (key === "Home") return usable[0];
  if (key === "End") return usable.at(-1);
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return step === 0 ? undefined : usable[(usable.indexOf(from) + step + usable.length) % usable.length];
}
