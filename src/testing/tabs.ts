import type { Control } from "../core/control.ts";
import { NODE } from "../core/node.ts";
import type { Behaviour } from "./behaviours.ts";
import { shownBeside } from "./destinations.ts";
import type { Shown } from "./shown.ts";

/** A press, or an arrow from another tab, chooses it in the Tabs around it. */
export const tab: Behaviour = {
  answers: () => true,
  press(shown) {
    shown.parent?.emit("click", shownBeside(shown, "tabs").indexOf(shown.control));
    choose(shown);
  },
  key(shown, key, focus) {
    const usable = shownBeside(shown, "tabs").filter((control) => shown.of(control).get("disabled") !== true);
    const next = tabAfter(usable, shown.control, key);
    if (next === undefined) return false;
    focus(next);
    choose(shown.of(next));
    return true;
  },
};

function choose(shown: Shown): void {
  const index = shownBeside(shown, "tabs").indexOf(shown.control);
  let tabs = shown.parent;
  while (tabs !== undefined && tabs.control[NODE].spec.type !== "Tabs") tabs = tabs.parent;
  if (tabs === undefined) return;
  const [chosen, length] = [tabs.get("selectedIndex") as number, tabs.get("length") as number];
  if (index !== (chosen < 0 ? chosen + length : chosen)) tabs.write("selectedIndex", index, "change");
}

function tabAfter(usable: readonly Control[], from: Control, key: string): Control | undefined {
  if (key === "Home") return usable[0];
  if (key === "End") return usable.at(-1);
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return step === 0 ? undefined : usable[(usable.indexOf(from) + step + usable.length) % usable.length];
}
