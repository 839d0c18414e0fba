import type { Replica, TreeNode } from "./app.ts";
import type { HostCommand, Serialized } from "./host.ts";

interface Live {
  readonly properties: { [name: string]: unknown };
  readonly children: Live[];
  parent: Live | undefined;
}

/** Replica for the commands of a host document. */
export class HostReplica implements Replica {
  readonly #root: Live = { properties: {}, children: [], parent: undefined };
  readonly #byId = new Map<number, Live>([[0, this.#root]]);

  apply(commands: unknown): void {
    for (const command of commands as readonly HostCommand[]) this.#apply(command);
  }

  tree(): TreeNode {
    const [list] = this.#root.children;
    if (list === undefined) throw new Error("Nothing was sent.");
    return plain(list);
  }

  #apply(command: HostCommand): void {
    if (command.op === "set") this.#at(command.id).properties[command.name] = command.value;
    else if (command.op === "remove") for (const id of command.ids) detach(this.#at(id));
    else {
      const live = command.op === "insert" ? this.#enter(command.node) : this.#at(command.id);
      detach(live);
      const parent = this.#at(command.parent);
      const { children } = parent;
      const place = command.before === null ? children.length : children.indexOf(this.#at(command.before));
      if (place < 0) throw new Error(`${command.before} is not in ${command.parent}.`);
      children.splice(place, 0, live);
      live.parent = parent;
    }
  }

  #at(id: number): Live {
    const live = this.#byId.get(id);
    if (live === undefined) throw new Error(`There is no ${id}.`);
    return live;
  }

  #enter({ id, controls = [], ...properties }: Serialized): Live {
    const live: Live = { properties, children: [], parent: undefined };
    for (const child of controls) {
      const entered = this.#enter(child);
      entered.parent = live;
      live.children.push(entered);
    }
    this.#byId.set(id, live);
    return live;
  }
}

function detach(live: Live): void {
  const { parent } = live;
  if (parent !== undefined) parent.children.splice(parent.children.indexOf(live), 1);
  live.parent = undefined;
}

function plain({ properties, children }: Live): TreeNode {
  const own = properties as { $type: string };
  return children.length === 0 ? { ...own } : { ...own, controls: children.map(plain) };
}
