import type { ClientControl, Menus } from "../controls/behavior.ts";
import { type Control, childControls } from "../controls/control.ts";

/** Open menus, the innermost last. Opening and closing them also moves focus. */
export class OpenMenus implements Menus {
  readonly #open: ClientControl[] = [];
  #isClosing = false;
  readonly #focus: { readonly current: Control | undefined; move(to: Control | undefined): void };

  constructor(focus: { readonly current: Control | undefined; move(to: Control | undefined): void }) {
    this.#focus = focus;
  }

  /** Whether menus close, and the focus has not left them yet. */
  get isClosing(): boolean {
    return this.#isClosing;
  }

  isOpen(control: Control): boolean {
    return this.#open.some((clientControl) => clientControl.control === control);
  }

  open(shown: ClientControl): void {
    this.#open.push(shown);
    shown.emit("open");
  }

  /** Opens a menu by keyboard, which moves focus to its first usable item. */
  openByKey(shown: ClientControl): void {
    this.open(shown);
    const items = childControls(shown.control).map((control) => shown.forControl(control));
    const isItem = (item: ClientControl): boolean =>
      item.isInteractive && item.get("visible") === true && item.get("disabled") === false;
    const first = items.find(isItem);
    if (first !== undefined) this.#focus.move(first.control);
  }

  /** Closes a menu and the menus inside it. Focus returns to the control that opened it if it was inside. */
  close(shown: ClientControl): void {
    if (isInside(this.#focus.current, shown.control)) this.#focus.move(shown.control);
    for (const one of this.#open.filter(
      ({ control }) => control === shown.control || isInside(control, shown.control),
    )) {
      this.#closeOne(one);
    }
  }

  /**
   * Called after each update, with the ids of the controls around one that lost the focus by it. Closes a menu whose
   * button is gone, hidden or disabled, and one that the focus had to leave.
   */
  updated(around: readonly number[]): void {
    for (const shown of [...this.#open].reverse()) {
      if (!isUsable(shown)) this.#open.splice(this.#open.indexOf(shown), 1);
      else if (around.includes(shown.control.id) && !isInside(this.#focus.current, shown.control))
        this.#closeOne(shown);
    }
  }

  /** Closes all menus around an item that was selected. Focus returns to the control that opened the outermost menu. */
  closeAround(item: ClientControl): void {
    const around: ClientControl[] = [];
    for (let at = item.parent; at !== undefined; at = at.parent) if (this.isOpen(at.control)) around.unshift(at);
    const [first, ...inner] = around;
    if (first === undefined) return;
    this.#isClosing = true;
    for (const one of inner) this.#closeOne(one);
    this.#isClosing = false;
    this.#focus.move(first.control);
    this.#closeOne(first, false);
  }

  /** Closes the open menus that do not contain the touched control. */
  touch(path: readonly ClientControl[]): void {
    const isTouched = (clientControl: ClientControl): boolean =>
      path.some(({ control }) => control === clientControl.control);
    for (const clientControl of [...this.#open])
      if (this.isOpen(clientControl.control) && !isTouched(clientControl)) this.close(clientControl);
  }

  #closeOne(shown: ClientControl, isCanceled = true): void {
    const at = this.#open.findIndex(({ control }) => control === shown.control);
    if (at !== -1) this.#open.splice(at, 1);
    shown.emit("close");
    if (isCanceled) shown.emit("cancel");
  }
}

function isUsable(shown: ClientControl): boolean {
  if (!shown.control.isMounted) return false;
  for (let at: ClientControl | undefined = shown; at !== undefined; at = at.parent)
    if (at.get("visible") !== true || at.get("disabled") === true) return false;
  return true;
}

function isInside(control: Control | undefined, outer: Control): boolean {
  const parent = control?.parent;
  return parent !== undefined && (parent === outer || isInside(parent, outer));
}
