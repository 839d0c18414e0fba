import type { Control } from "../core/control.ts";
import { childrenOf, NODE } from "../core/node.ts";
import type { Shown } from "./shown.ts";

/** Chooses a radio in its group; one that is chosen already may be toggleable. */
export function pick(radio: Shown, show: (control: Control) => Shown): void {
  const group = groupOf(radio.control);
  const value = radio.get("value") as string | null;
  if (group === undefined || value === null) return;
  const shown = show(group);
  const isChosen = shown.get("value") === value;
  if (isChosen && radio.get("toggleable") !== true) return;
  shown.write("value", isChosen ? null : value, "change");
}

/** The radio that an arrow key leads to from another: the next that is not disabled, round and round. */
export function nextRadio(radio: Control, key: string): Control | undefined {
  const step = ["ArrowDown", "ArrowRight"].includes(key) ? 1 : ["ArrowUp", "ArrowLeft"].includes(key) ? -1 : 0;
  const group = groupOf(radio);
  if (step === 0 || group === undefined) return undefined;
  const all = radiosIn(group);
  return all[(all.indexOf(radio) + step + all.length) % all.length];
}

function roleOf(control: Control): string | undefined {
  return control[NODE].spec.semantics.role;
}

function groupOf(radio: Control): Control | undefined {
  let at = radio.parent;
  while (at !== undefined && roleOf(at) !== "radiogroup") at = at.parent;
  return at;
}

function radiosIn(control: Control): Control[] {
  return childrenOf(control[NODE]).flatMap(({ control: child }) => {
    if (child.disabled || !child.visible) return [];
    if (roleOf(child) === "radio") return [child];
    return roleOf(child) === "radiogroup" ? [] : radiosIn(child);
  });
}
