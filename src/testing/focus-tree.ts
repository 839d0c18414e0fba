import { type Control, childControls, specOf } from "../controls/control.ts";
import type { Documents } from "../protocol/messages.ts";
import type { ReplicaControl } from "./replica-control.ts";

/** What {@link FocusTree} needs to know about the client. */
export interface FocusHost {
  viewOf(control: Control): ReplicaControl;
  documents(): Documents;
  page(): Control;
  /** Whether a control cannot be reached now, such as an item of a closed menu. */
  isBlocked(control: Control): boolean;
}

/** The controls of the client's page, as far as the keyboard focus goes. */
export class FocusTree {
  readonly #host: FocusHost;

  constructor(host: FocusHost) {
    this.#host = host;
  }

  get page(): Control {
    return this.#host.page();
  }

  viewOf(control: Control): ReplicaControl {
    return this.#host.viewOf(control);
  }

  /** Returns the ids of a control's children in the client. Undefined if the client does not have the control. */
  childIdsOf(id: number): number[] | undefined {
    const document = this.#host.documents()[id];
    return document && Object.values(document.$slots ?? {}).flat();
  }

  /** Returns the children of a control that both the client and the app have, in order. */
  childrenOf(control: Control): Control[] {
    const own = new Map(childControls(control).map((child) => [child.id, child]));
    return (this.childIdsOf(control.id) ?? []).flatMap((id) => own.get(id) ?? []);
  }

  /** Returns a control of the page by its id. */
  find(id: number, from: Control = this.page): Control | undefined {
    if (from.id === id) return from;
    for (const child of childControls(from)) {
      const found = this.find(id, child);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Ids of the views of the page, the topmost last. */
  get viewIds(): readonly number[] {
    const { $slots } = this.#host.documents()[this.page.id] ?? {};
    return [$slots?.views ?? []].flat();
  }

  /** Returns whether a person can reach and use a control. */
  isUsable(control: Control): boolean {
    if (this.childIdsOf(control.id) === undefined || !control.isMounted) return false;
    const path: Control[] = [];
    for (let at: Control | undefined = control; at !== undefined; at = at.parent) path.push(at);
    const isReached = (one: Control, index: number): boolean =>
      this.#isVisible(one) && !this.#host.isBlocked(one) && this.#isShown(path[index - 1], one);
    if (!path.every(isReached)) return false;
    // What is disabled still scrolls.
    if (!this.#scrolls(control) && path.some((one) => this.viewOf(one).get("disabled") === true)) return false;
    const top = this.viewIds.filter((id) => this.#host.documents()[id]?.visible !== false).at(-1);
    return top === undefined || path.some(({ id }) => id === top);
  }

  /** Returns whether a control by itself is visible and enabled. */
  isUsableItself(control: Control): boolean {
    return this.#isVisible(control) && this.viewOf(control).get("disabled") === false;
  }

  #isVisible(control: Control): boolean {
    const clientControl = this.viewOf(control);
    const isIgnored = clientControl.get("ignoreInteractions") === true;
    return control.isMounted && clientControl.get("visible") === true && !isIgnored;
  }

  /** Returns whether a control can have the focus: what can be pressed or typed into, what scrolls, and panels of tabs. */
  isFocusable(control: Control): boolean {
    if (specOf(control).semantics.role === "option") return false;
    return this.viewOf(control).isInteractive || this.#scrolls(control);
  }

  #scrolls(control: Control): boolean {
    const { type, semantics } = specOf(control);
    if (type === "Page" || type === "View") return false;
    // The panels of tabs have the focus like what scrolls.
    if (control.parent !== undefined && specOf(control.parent).type === "TabBarView") return true;
    return semantics.role === "list" || this.viewOf(control).get("scroll") != null;
  }

  /** Returns whether a control shows a child: a closed tile hides what is below it, and tabs show one panel. */
  #isShown(child: Control | undefined, parent: Control): boolean {
    if (child === undefined) return true;
    const { type } = specOf(parent);
    const slots = this.#host.documents()[parent.id]?.$slots ?? {};
    const at = [slots.controls ?? []].flat().indexOf(child.id);
    if (at === -1) return true;
    if (type === "ExpansionTile") return this.viewOf(parent).get("expanded") === true;
    if (type !== "TabBarView") return true;
    const selected = this.selectedTabAround(parent);
    return selected === undefined || selected === at;
  }

  /** Returns the index of the selected tab of the Tabs around a control. */
  selectedTabAround(control: Control): number | undefined {
    let at = control.parent;
    while (at !== undefined && specOf(at).type !== "Tabs") at = at.parent;
    if (at === undefined) return undefined;
    const [index, length] = ["selectedIndex", "length"].map((name) => Number(this.viewOf(at as Control).get(name)));
    return index !== undefined && index < 0 ? index + (length ?? 0) : index;
  }
}
