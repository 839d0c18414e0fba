import type { Control } from "../core/control.ts";
import { childrenOf, NODE } from "../core/node.ts";
import { Prop } from "../core/spec.ts";
import type { Shown } from "./shown.ts";

/** Where the keyboard is. */
export class Focus {
  readonly #show: (control: Control) => Shown;
  #at: Shown | undefined;
  /** Where the cursor was last said to be, by field. */
  readonly #marked = new WeakMap<Control, number>();

  constructor(show: (control: Control) => Shown) {
    this.#show = show;
  }

  /** Which control has it. */
  get at(): Control | undefined {
    return this.#at?.control;
  }

  /** Gives a control the keyboard, or takes it away: who had it loses it. */
  move(to: Control | undefined): void {
    const left = this.#at;
    if (left?.control === to) return;
    this.#at = to === undefined ? undefined : this.#show(to);
    if (left !== undefined && this.#canUse(left.control)) {
      this.mark(left);
      left.emit("blur");
    }
    this.#at?.emit("focus");
  }

  /** Something was touched: a field that has the keyboard, and is elsewhere, may want to know. */
  touch(path: readonly Shown[]): void {
    const at = this.#at;
    if (at === undefined || !this.#canUse(at.control) || path.some(({ control }) => control === at.control)) return;
    at.emit("tapOutside");
  }

  /** Tells where the cursor of a field is: at the end of its text. */
  mark(field: Shown): void {
    const { selection, value } = field.control[NODE].spec.entries;
    if (!(selection instanceof Prop && selection.isWritable && value instanceof Prop)) return;
    const at = String(field.get("value")).length;
    if (this.#marked.get(field.control) === at) return;
    this.#marked.set(field.control, at);
    const cursor = { baseOffset: at, extentOffset: at };
    field.write("selection", cursor);
    field.emit("selectionChange", { selectedText: "", selection: cursor });
  }

  /** The control that Tab goes to from another: the next on the page that can have the keyboard. */
  after(control: Control, page: Control): Control | undefined {
    const all: Control[] = [];
    const look = (at: Control): void => {
      if (!this.#canUseItself(at)) return;
      if (at === control || this.#show(at).isActive) all.push(at);
      for (const child of childrenOf(at[NODE])) look(child.control);
    };
    look(page);
    return all[all.indexOf(control) + 1];
  }

  #canUse(control: Control): boolean {
    for (let at: Control | undefined = control; at !== undefined; at = at.parent)
      if (!this.#canUseItself(at)) return false;
    return true;
  }

  #canUseItself(control: Control): boolean {
    const shown = this.#show(control);
    return (
      control.isMounted &&
      shown.get("visible") === true &&
      shown.get("disabled") === false &&
      shown.get("ignoreInteractions") !== true
    );
  }
}
