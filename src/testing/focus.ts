import { type Control, childControls } from "../controls/control.ts";
import { Prop } from "../core/declaration/spec.ts";
import { NODE } from "../core/tree/node.ts";
import type { ReplicaControl } from "./replica-control.ts";

/** Keyboard focus of the simulated client. */
export class Focus {
  readonly #viewOf: (control: Control) => ReplicaControl;
  #current: ReplicaControl | undefined;
  /** Last cursor position that was sent, by field. */
  readonly #reportedCursors = new WeakMap<Control, number>();

  constructor(viewOf: (control: Control) => ReplicaControl) {
    this.#viewOf = viewOf;
  }

  /** Control that has focus. */
  get current(): Control | undefined {
    return this.#current?.control;
  }

  /** Moves focus to a control, or removes focus if there is none. Sends `blur` and `focus` like a browser. */
  move(to: Control | undefined): void {
    const previous = this.#current;
    if (previous?.control === to) return;
    this.#current = to === undefined ? undefined : this.#viewOf(to);
    if (previous !== undefined && this.#canUse(previous.control)) {
      this.reportSelection(previous);
      previous.emit("blur");
    }
    this.#current?.emit("focus");
  }

  /** Sends `tapOutside` to the focused field if the touched path does not contain it. */
  pointerDown(path: readonly ReplicaControl[]): void {
    const at = this.#current;
    if (at === undefined || !this.#canUse(at.control) || path.some(({ control }) => control === at.control)) return;
    at.emit("tapOutside");
  }

  /** Sends the cursor position of a field, which is always the end of its text in this client. */
  reportSelection(field: ReplicaControl): void {
    const { selection, value } = field.control[NODE].spec.entries;
    if (!(selection instanceof Prop && selection.isWritable && value instanceof Prop)) return;
    const at = String(field.get("value")).length;
    if (this.#reportedCursors.get(field.control) === at) return;
    this.#reportedCursors.set(field.control, at);
    const cursor = { baseOffset: at, extentOffset: at };
    field.writeLatest("selection", cursor);
    field.emit("selectionChange", { selectedText: "", selection: cursor });
  }

  /** Returns the control that Tab moves focus to: the next focusable control of the page. */
  nextInTabOrder(control: Control, page: Control): Control | undefined {
    const all: Control[] = [];
    const visit = (at: Control): void => {
      if (!this.#canUseItself(at)) return;
      if (at === control || this.#viewOf(at).isInteractive) all.push(at);
      for (const child of childControls(at)) visit(child);
    };
    visit(page);
    return all[all.indexOf(control) + 1];
  }

  #canUse(control: Control): boolean {
    for (let at: Control | undefined = control; at !== undefined; at = at.parent)
      if (!this.#canUseItself(at)) return false;
    return true;
  }

  #canUseItself(control: Control): boolean {
    const clientControl = this.#viewOf(control);
    return (
      control.isMounted &&
      clientControl.get("visible") === true &&
      clientControl.get("disabled") === false &&
      clientControl.get("ignoreInteractions") !== true
    );
  }
}
