import type { Control } from "../controls/control.ts";
import { Prop } from "../core/declaration/spec.ts";
import { NODE } from "../core/tree/node.ts";
import { nextFocus } from "../input/focus-order.ts";
import { stopsIn } from "./focus-group.ts";
import { FocusTrail } from "./focus-trail.ts";
import { type FocusHost, FocusTree } from "./focus-tree.ts";
import type { ReplicaControl } from "./replica-control.ts";

/** Keyboard focus of the simulated client. */
export class Focus {
  readonly #tree: FocusTree;
  #current: ReplicaControl | undefined;
  /** Where the control with the focus was after the last update. */
  #trail: FocusTrail | undefined;
  /** Where the focus was before each view opened, by the id of the view. */
  readonly #openers = new Map<number, FocusTrail>();
  #viewIds: readonly number[] = [];
  /** Last cursor position that was sent, by field. */
  readonly #reportedCursors = new WeakMap<Control, number>();

  constructor(host: FocusHost) {
    this.#tree = new FocusTree(host);
  }

  /** Control that has focus. */
  get current(): Control | undefined {
    return this.#current?.control;
  }

  /** Moves focus to a control, or removes focus if there is none. Sends `blur` and `focus` like a browser. */
  move(to: Control | undefined): void {
    const previous = this.#current;
    if (to === undefined) this.#trail = undefined;
    if (previous?.control === to) return;
    this.#current = to === undefined ? undefined : this.#tree.viewOf(to);
    this.#trail = to && new FocusTrail(this.#tree, to);
    if (previous !== undefined && this.#canUse(previous.control)) {
      this.reportSelection(previous);
      previous.emit("blur");
    }
    this.#current?.emit("focus");
  }

  /**
   * Called after each update. Moves the focus on if its control can no longer have it, by the rule of the browser's
   * client. The session itself reports the blur of that control. Returns the ids of the controls around it.
   */
  updated(): readonly number[] {
    const { viewIds } = this.#tree;
    if (this.#trail !== undefined && this.#trail.page !== this.#tree.page) this.#forget();
    const isCovered = this.#followViews(viewIds);
    const lost = this.#trail;
    if (lost === undefined || isCovered) return [];
    if (this.#canHave(lost.control)) {
      this.move(lost.control);
      this.#trail = new FocusTrail(this.#tree, lost.control);
      return [];
    }
    const next = this.#current === undefined ? this.#nextLater(lost, viewIds) : this.#next(lost, viewIds);
    this.move(next);
    // If nothing can have the focus, the first thing that can gets it.
    if (next === undefined) this.#trail = lost;
    return lost.ids;
  }

  /** Forgets the focus in the page of a session that has ended. */
  #forget(): void {
    this.#current = undefined;
    this.#trail = undefined;
    this.#viewIds = [];
    this.#openers.clear();
  }

  /** Remembers the focus when a view opens. Returns whether one opened: it takes the focus. */
  #followViews(viewIds: readonly number[]): boolean {
    const before = this.#viewIds;
    this.#viewIds = viewIds;
    const opened = viewIds.filter((id) => !before.includes(id));
    for (const id of opened) if (this.#trail !== undefined) this.#openers.set(id, this.#trail);
    if (opened.length > 0) this.move(undefined);
    return opened.length > 0;
  }

  /** Returns what has the focus after it was lost while nothing could have it. */
  #nextLater({ control }: FocusTrail, viewIds: readonly number[]): Control | undefined {
    if (control.isMounted) return this.#next(new FocusTrail(this.#tree, control), viewIds);
    return stopsIn(this.#tree, this.#tree.page).find((one) => this.#canHave(one));
  }

  #next(lost: FocusTrail, viewIds: readonly number[]): Control | undefined {
    const can = (control: Control): boolean => this.#canHave(control);
    const { view } = lost;
    const opener = view && this.#openers.get(view.id);
    if (view === undefined || viewIds.includes(view.id)) return nextFocus(lost.levels(), can);
    if (opener !== undefined && can(opener.control)) return opener.control;
    return (opener && this.#next(opener, viewIds)) ?? stopsIn(this.#tree, this.#tree.page).find(can);
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
      if (!this.#tree.isUsableItself(at)) return;
      if (at === control || this.#tree.viewOf(at).isInteractive) all.push(at);
      for (const child of this.#tree.childrenOf(at)) visit(child);
    };
    visit(page);
    return all[all.indexOf(control) + 1];
  }

  #canHave(control: Control): boolean {
    return this.#tree.isFocusable(control) && this.#tree.isUsable(control);
  }

  #canUse(control: Control): boolean {
    for (let at: Control | undefined = control; at !== undefined; at = at.parent)
      if (!this.#tree.isUsableItself(at)) return false;
    return true;
  }
}
