import patch from "fast-json-patch";
import type { App, AppOptions, Peer, Replica, RowData, TreeNode } from "../lib/app.ts";

interface Row {
  readonly id: number;
  readonly $type: "Row";
  readonly controls: readonly TreeNode[];
}

interface List {
  readonly id: number;
  readonly $type: "Column";
  readonly controls: readonly Row[];
}

/**
 * App that compares the whole tree before and after each update; the first tree is compared with an empty object. Trees
 * are immutable and share unchanged parts. Controls have ids, as with all peers: a client must know which controls
 * stay, and which control an event belongs to.
 */
class JsonPatchApp implements App {
  readonly #options: AppOptions;
  #list: List | undefined;
  #lastId = 0;
  #last: readonly patch.Operation[] = [];

  constructor(options: AppOptions) {
    this.#options = options;
  }

  mount(rows: readonly RowData[]): void {
    this.#update({ id: ++this.#lastId, $type: "Column", controls: rows.map((row) => this.#make(row)) });
  }

  setTitles(at: readonly number[], titles: readonly string[]): void {
    const rows = [...this.#rows];
    for (let index = 0; index < at.length; index++) {
      const place = at[index] as number;
      const row = rows[place] as Row;
      const [title, ...others] = row.controls as [TreeNode, ...TreeNode[]];
      rows[place] = { ...row, controls: [{ ...title, value: titles[index] }, ...others] };
    }
    this.#show(rows);
  }

  append(row: RowData): void {
    this.#show([...this.#rows, this.#make(row)]);
  }

  insert(at: number, row: RowData): void {
    this.#show(this.#rows.toSpliced(at, 0, this.#make(row)));
  }

  remove(at: number): void {
    this.#show(this.#rows.toSpliced(at, 1));
  }

  swap(a: number, b: number): void {
    const rows = [...this.#rows];
    [rows[a], rows[b]] = [rows[b] as Row, rows[a] as Row];
    this.#show(rows);
  }

  reverse(): void {
    this.#show(this.#rows.toReversed());
  }

  reorder(order: readonly number[]): void {
    const rows = this.#rows;
    this.#show(order.map((place) => rows[place] as Row));
  }

  replaceAll(rows: readonly RowData[]): void {
    this.#show(rows.map((row) => this.#make(row)));
  }

  clear(): void {
    this.#show([]);
  }

  last(): unknown {
    return this.#last;
  }

  dispose(): void {}

  get #rows(): readonly Row[] {
    return this.#list?.controls ?? [];
  }

  #make({ title, note }: RowData): Row {
    return {
      id: ++this.#lastId,
      $type: "Row",
      controls: [
        { id: ++this.#lastId, $type: "Text", value: title },
        { id: ++this.#lastId, $type: "Text", value: note },
        {
          id: ++this.#lastId,
          $type: "Button",
          content: "Open",
          ...(this.#options.listeners === true && { onClick: true }),
        },
      ],
    };
  }

  #show(rows: readonly Row[]): void {
    this.#update({ ...(this.#list as List), controls: rows });
  }

  #update(after: List): void {
    this.#last = patch.compare(this.#list ?? {}, after);
    this.#list = after;
    Buffer.from(JSON.stringify(this.#last));
  }
}

class JsonPatchReplica implements Replica {
  #tree: object = {};

  apply(commands: unknown): void {
    const operations = structuredClone(commands) as patch.Operation[];
    this.#tree = patch.applyPatch(this.#tree, operations).newDocument;
  }

  tree(): TreeNode {
    return withoutIds(this.#tree as TreeNode);
  }
}

function withoutIds({ id: _, controls = [], ...own }: TreeNode): TreeNode {
  return controls.length === 0 ? own : { ...own, controls: controls.map(withoutIds) };
}

export const peer: Peer = {
  create: (options) => new JsonPatchApp(options),
  replica: () => new JsonPatchReplica(),
};
