import type { Control } from "../core/control.ts";
import { childrenOf, NODE } from "../core/node.ts";
import { Prop } from "../core/spec.ts";
import type { Shown } from "./shown.ts";

/** Keyboard focus of the simulated client. */
export class Focus {
  readonly #show: (control: Control) => Shown;
  #at: Shown | undefined;
  /** Last cursor position that was sent, by field. */
  readonly #marked = new WeakMap<Control, number>();

  constructor(show: (control: Control) => Shown) {
    this.#show = show;
  }

  /** Control that has focus. */
  get at(): Control | undefined {
    return this.#at?.control;
  }

  /** Moves focus to a control, or removes focus if there is none. Sends `blur` and `focus` like a browser. */
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

  /** Sends `tapOutside` to the focused field if the touched path does not contain it. */
  touch(path: readonly Shown[]): void {
    const at = this.#at;
    if (at === undefined || !this.#canUse(at.control) || path.some(({ control }) => control === at.control)) return;
    at.emit("tapOutside");
  }

  /** Sends the cursor position of a field, which is always the end of its text in this client. */
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

  /** Returns the control that Tab moves focus to: the next focusable control of the page. */
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
