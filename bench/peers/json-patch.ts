import patch from "fast-json-patch";
import type { App, AppOptions, Peer, Replica, RowData, TreeNode } from "../lib/app.ts";

interface Row {
  readonly $type: "Row";
  readonly controls: readonly TreeNode[];
}

interface List {
  readonly $type: "Column";
  readonly controls: readonly Row[];
}

/** The whole tree before and after, compared. Trees are immutable: what did not change is shared by both. */
class JsonPatchApp implements App {
  readonly #options: AppOptions;
  #list: List | undefined;
  #last: readonly patch.Operation[] = [];

  constructor(options: AppOptions) {
    this.#options = options;
  }

  mount(rows: readonly RowData[]): void {
    this.#list = { $type: "Column", controls: rows.map((row) => this.#make(row)) };
    this.#send([{ op: "replace", path: "", value: this.#list }]);
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
    const button = { $type: "Button", content: "Open", ...(this.#options.listeners === true && { onClick: true }) };
    return { $type: "Row", controls: [{ $type: "Text", value: title }, { $type: "Text", value: note }, button] };
  }

  #show(rows: readonly Row[]): void {
    const before = this.#list as List;
    const after: List = { ...before, controls: rows };
    this.#list = after;
    this.#send(patch.compare(before, after));
  }

  #send(operations: readonly patch.Operation[]): void {
    this.#last = operations;
    Buffer.from(JSON.stringify(operations));
  }
}

class JsonPatchReplica implements Replica {
  #tree: TreeNode | undefined;

  apply(commands: unknown): void {
    const operations = structuredClone(commands) as patch.Operation[];
    this.#tree = patch.applyPatch(this.#tree, operations).newDocument;
  }

  tree(): TreeNode {
    const { controls = [], ...own } = this.#tree as TreeNode;
    return controls.length === 0 ? own : { ...own, controls };
  }
}

export const peer: Peer = {
  create: (options) => new JsonPatchApp(options),
  replica: () => new JsonPatchReplica(),
};
