import { arrowStep } from "../../input/input-rules.ts";
import type { Behavior, ClientControl } from "../behavior.ts";
import { type Control, specOf } from "../control.ts";

/**
 * Behavior of a tab. A press sends `click` of its bar, and selects the tab in the Tabs control around the bar. The
 * arrow keys, Home and End select another tab.
 */
export const behavior: Behavior = {
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
  const index = tabsInBarOf(clientControl.control).indexOf(clientControl.control);
  if (isClicked) clientControl.parent?.emit("click", index, clientControl.control);
  let tabs = clientControl.parent;
  while (tabs !== undefined && specOf(tabs.control).type !== "Tabs") tabs = tabs.parent;
  if (tabs === undefined) return;
  const [selected, length] = [tabs.get("selectedIndex") as number, tabs.get("length") as number];
  if (index !== (selected < 0 ? selected + length : selected))
    tabs.write("selectedIndex", index, "change", clientControl.control);
}

/** Returns the visible tabs of a tab's bar, including the tab. */
function tabsInBarOf({ parent }: Control): Control[] {
  return (Reflect.get(parent as Control, "tabs") as Control[]).filter(({ visible }) => visible);
}

/** Returns the tab that an arrow key, Home or End moves to, or `undefined` for other keys. */
function tabAfter(from: Control, key: string): Control | undefined {
  const usable = tabsInBarOf(from).filter(({ disabled }) => !disabled);
  if (key === "Home") return usable[0];
  if (key === "End") return usable.at(-1);
  const step = key === "ArrowUp" || key === "ArrowDown" ? undefined : arrowStep(key);
  return step === undefined ? undefined : usable[(usable.indexOf(from) + step + usable.length) % usable.length];
}
