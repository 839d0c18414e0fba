import type { Replica, TreeNode } from "../lib/app.ts";
import type { Operation } from "../lib/patch.ts";

interface Live {
  readonly properties: { [name: string]: unknown };
  children: Live[];
}

interface Sent {
  readonly id: number;
  readonly $slots?: { readonly controls: readonly Sent[] };
  readonly [property: string]: unknown;
}

/**
 * Replica for operations on `/id/property` and `/id/$slots/controls/index`. Values are nested; they are indexed by id
 * here.
 */
export class FloorReplica implements Replica {
  readonly #byId = new Map<number, Live>();
  #page: Live | undefined;

  apply(commands: unknown): void {
    for (const operation of commands as readonly Operation[]) {
      const [, id, name, , place] = operation.path.split("/");
      if (id === undefined) {
        this.#page = this.#enter(operation.value);
        continue;
      }
      const target = this.#byId.get(Number(id));
      if (target === undefined) throw new Error(`There is no ${id}.`);
      if (name !== "$slots") target.properties[name as string] = operation.value;
      else if (place === undefined) target.children = (operation.value as unknown[]).map((item) => this.#enter(item));
      else this.#edit(target.children, operation, place === "-" ? target.children.length : Number(place));
    }
  }

  tree(): TreeNode {
    const [list] = this.#page?.children ?? [];
    if (list === undefined) throw new Error("Nothing was sent.");
    return plain(list);
  }

  #edit(children: Live[], { op, value }: Operation, place: number): void {
    if (op === "remove") children.splice(place, 1);
    else children.splice(place, op === "replace" ? 1 : 0, this.#enter(value));
  }

  /** Returns the control for a value in a list: a new control, or an existing one if the value is an id. */
  #enter(value: unknown): Live {
    if (typeof value === "number") return this.#byId.get(value) as Live;
    const { id, $slots, ...properties } = value as Sent;
    const live: Live = { properties, children: ($slots?.controls ?? []).map((child) => this.#enter(child)) };
    this.#byId.set(id, live);
    return live;
  }
}

function plain({ properties, children }: Live): TreeNode {
  const own = properties as { $type: string };
  return children.length === 0 ? { ...own } : { ...own, controls: children.map(plain) };
}
