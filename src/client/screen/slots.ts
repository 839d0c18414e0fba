import type { Slots as SlotIds } from "../../protocol/messages.ts";
import type { Operation } from "../../protocol/patch.ts";
import { moveOrInsertBefore } from "../dom/insert-before.ts";
import { slotHolders } from "../rendering/feature.ts";
import type { Renderer } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/** The part of the screen that {@link Slots} needs. */
export interface SlotHost {
  /** Returns the ids in a control's slots. */
  slotsOf(view: View): SlotIds | undefined;
  /** Returns the view of a control: the existing one, or a new one. */
  build(id: number, parent: View, slot: string): View;
  /** Called when a control's children changed. */
  changed(view: View): void;
}

/** Keeps the children of views equal to the documents. */
export class Slots {
  readonly #screen: SlotHost;

  constructor(screen: SlotHost) {
    this.#screen = screen;
  }

  /** Applies an operation below `$slots`: to one item of a list, a whole slot, or all slots. */
  edit(view: View, operation: Operation | undefined, [slot, index]: string[], detached: Set<View>): void {
    if (slot === undefined) {
      const slots = new Set([...view.children.keys(), ...Object.keys(this.#screen.slotsOf(view) ?? {})]);
      for (const name of slots) this.#sync(view, name, detached);
      return;
    }
    const list = view.children.get(slot);
    if (operation === undefined || index === undefined || !Array.isArray(list)) return this.#sync(view, slot, detached);
    const at = Number(index);
    if (operation.op === "remove") detachChild(view, slot, list.splice(at, 1)[0], detached);
    else if (operation.op === "add")
      this.#insert(view, slot, list, at, this.#screen.build(Number(operation.value), view, slot));
    else if (operation.op === "move") {
      const [moved] = list.splice(Number(operation.from.slice(operation.from.lastIndexOf("/") + 1)), 1);
      if (moved !== undefined) this.#insert(view, slot, list, at, moved);
    } else {
      const [before] = list.splice(at, 1);
      // During a swap, the child is at both positions for a moment.
      if (!list.includes(before as View)) detachChild(view, slot, before, detached);
      this.#insert(view, slot, list, at, this.#screen.build(Number(operation.value), view, slot));
    }
    this.#screen.changed(view);
  }

  /** Adds the children of a new view, which has no old children to compare with. */
  fill(view: View, slot: string): void {
    const slotIds = this.#screen.slotsOf(view)?.[slot] as number | readonly number[];
    const views = (typeof slotIds === "number" ? [slotIds] : slotIds).map((id) => this.#screen.build(id, view, slot));
    if (view.renderer.arranges !== slot) holderOf(view, slot).append(...views.map(({ root }) => root));
    view.setChildren(slot, typeof slotIds === "number" ? views[0] : views);
    this.#screen.changed(view);
  }

  /** Updates a whole slot to match the document. */
  #sync(view: View, slot: string, detached: Set<View>): void {
    const slotIds = this.#screen.slotsOf(view)?.[slot];
    const ids = slotIds === undefined ? [] : typeof slotIds === "number" ? [slotIds] : slotIds;
    const keep = new Set(ids);
    for (const old of [view.children.get(slot) ?? []].flat()) {
      if (!keep.has(old.id)) detachChild(view, slot, old, detached);
    }
    const views = ids.map((id) => this.#screen.build(id, view, slot));
    const holder = holderOf(view, slot);
    let next: Element | null = null;
    for (const child of view.renderer.arranges === slot ? [] : views.toReversed()) {
      if (child.root.parentElement !== holder || child.root.nextElementSibling !== next)
        moveOrInsertBefore(holder, child.root, next);
      next = child.root;
    }
    view.setChildren(slot, typeof slotIds === "number" || views.length === 0 ? views[0] : views);
    this.#screen.changed(view);
  }

  #insert(view: View, slot: string, list: View[], at: number, child: View): void {
    if (view.renderer.arranges !== slot) moveOrInsertBefore(holderOf(view, slot), child.root, list[at]?.root ?? null);
    list.splice(at, 0, child);
  }
}

function holderOf(view: View, slot: string): HTMLElement {
  return slotHolders.get(slot)?.(view.root) ?? (view.renderer as Renderer).slot?.(view, slot) ?? view.root;
}

/** Detaches a child that has left a slot, unless it is in another parent or slot by now. */
function detachChild(view: View, slot: string, child: View | undefined, detached: Set<View>): void {
  if (child?.parent !== view || child.slot !== slot) return;
  child.parent = undefined;
  detached.add(child);
}
