import { isDeepStrictEqual } from "node:util";
import type { App, Peer, RowData, TreeNode } from "./app.ts";
import { makeRows } from "./rows.ts";
import type { Workload } from "./workloads.ts";

/** Reference implementation: an app that works on a plain list of rows. */
class Model implements App {
  #rows: RowData[] = [];
  mount(rows: readonly RowData[]): void {
    this.#rows = [...rows];
  }
  setTitles(at: readonly number[], titles: readonly string[]): void {
    for (const [index, place] of at.entries()) {
      this.#rows[place] = { ...(this.#rows[place] as RowData), title: titles[index] as string };
    }
  }
  setTitlesInList(at: readonly number[], titles: readonly string[]): void {
    this.setTitles(at, titles);
  }
  append(row: RowData): void {
    this.#rows.push(row);
  }
  insert(at: number, row: RowData): void {
    this.#rows.splice(at, 0, row);
  }
  remove(at: number): void {
    this.#rows.splice(at, 1);
  }
  swap(a: number, b: number): void {
    const rows = this.#rows;
    [rows[a], rows[b]] = [rows[b] as RowData, rows[a] as RowData];
  }
  reverse(): void {
    this.#rows.reverse();
  }
  reorder(order: readonly number[]): void {
    const rows = this.#rows;
    this.#rows = order.map((place) => rows[place] as RowData);
  }
  replaceAll(rows: readonly RowData[]): void {
    this.#rows = [...rows];
  }
  clear(): void {
    this.#rows = [];
  }
  last(): unknown {
    return undefined;
  }
  dispose(): void {}

  tree(hasListeners: boolean): TreeNode {
    const button = { $type: "Button", content: "Open", ...(hasListeners && { onClick: true }) };
    const text = (value: string) => ({ $type: "Text", value });
    const controls = this.#rows.map(({ title, note }) => ({
      $type: "Row",
      controls: [text(title), text(note), button],
    }));
    return controls.length === 0 ? { $type: "Column" } : { $type: "Column", controls };
  }
}

/**
 * Runs a workload and its undo operation twice. After each step, compares the replica with the reference
 * implementation.
 */
export async function check(peer: Peer, workload: Workload, rowCount: number): Promise<void> {
  const hasListeners = workload.listeners === true;
  const app = peer.create({ listeners: hasListeners });
  const model = new Model();
  const replica = peer.replica();
  let step = "mount";
  const compare = () => {
    replica.apply(app.last());
    if (isDeepStrictEqual(replica.tree(), model.tree(hasListeners))) return;
    throw new Error(`The commands sent are wrong after "${step}" of "${workload.label}", ${rowCount} rows.`);
  };
  const rows = makeRows(rowCount);
  model.mount(rows);
  await app.mount(rows);
  compare();
  for (let round = 1; round <= 2; round++) {
    const run = workload.prepare(rowCount);
    step = `run ${round}`;
    await run(model);
    await run(app);
    compare();
    const undo = workload.undo?.(rowCount);
    if (undo === undefined) continue;
    step = `undo ${round}`;
    await undo(model, 1);
    await undo(app, 1);
    compare();
  }
  await app.dispose();
}
