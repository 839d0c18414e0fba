import type { Control } from "../core/control.ts";
import { NODE } from "../core/node.ts";
import type { Shown } from "./shown.ts";

/** Where what can be chosen stands, by the `$type` of the bar. */
const SLOTS: { readonly [type: string]: string | undefined } = {
  NavigationBar: "destinations",
  NavigationRail: "destinations",
  TabBar: "tabs",
};

function typeOf(control: Control): string {
  return control[NODE].spec.type;
}

/** What can be chosen beside a control, and itself; undefined if it stands in no bar. */
function choicesBeside({ parent }: Control): Control[] | undefined {
  const slot = parent === undefined ? undefined : SLOTS[typeOf(parent)];
  if (slot === undefined) return undefined;
  return (Reflect.get(parent as Control, slot) as Control[]).filter(({ visible }) => visible);
}

/** Whether a control is a destination of a bar or rail, or a tab. */
export function isChoice(control: Control): boolean {
  return choicesBeside(control)?.includes(control) === true;
}

/** Chooses a destination or tab: the bar, or the Tabs around it, hears of it. */
export function choose(choice: Control, show: (control: Control) => Shown, isClicked: boolean): void {
  const bar = choice.parent as Control;
  const index = (choicesBeside(choice) as Control[]).indexOf(choice);
  if (typeOf(bar) !== "TabBar") return show(bar).write("selectedIndex", index, "change");
  if (isClicked) show(bar).emit("click", index);
  let tabs = bar.parent;
  while (tabs !== undefined && typeOf(tabs) !== "Tabs") tabs = tabs.parent;
  if (tabs === undefined) return;
  const shown = show(tabs);
  const [chosen, length] = [shown.get("selectedIndex") as number, shown.get("length") as number];
  if (index !== (chosen < 0 ? chosen + length : chosen)) shown.write("selectedIndex", index, "change");
}

/** The tab that an arrow, Home or End leads to from another. */
export function tabAfter(tab: Control, key: string): Control | undefined {
  if (tab.parent === undefined || typeOf(tab.parent) !== "TabBar") return undefined;
  const usable = (choicesBeside(tab) ?? []).filter(({ disabled }) => !disabled);
  if (key === "Home") return usable[0];
  if (key === "End") return usable.at(-1);
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return step === 0 ? undefined : usable[(usable.indexOf(tab) + step + usable.length) % usable.length];
}
