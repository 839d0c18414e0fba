import { createElement, memo, useState } from "react";
import type { OpaqueRoot } from "react-reconciler";
import { ConcurrentRoot } from "react-reconciler/constants.js";
import type { App, AppOptions, Peer, RowData } from "../lib/app.ts";
import { Host } from "../lib/host.ts";
import { HostReplica } from "../lib/host-replica.ts";
import { reconciler } from "./react-renderer.ts";

type Rows = readonly RowData[];
type SetRows = (next: (rows: Rows) => Rows) => void;

const Row = memo(function Row({ row, listeners }: { row: RowData; listeners: boolean }) {
  const onClick = listeners ? { onClick: () => {} } : {};
  return createElement(
    "Row",
    null,
    createElement("Text", { value: row.title }),
    createElement("Text", { value: row.note }),
    createElement("Button", { content: "Open", ...onClick }),
  );
});

function List({ initial, listeners, expose }: { initial: Rows; listeners: boolean; expose: (set: SetRows) => void }) {
  const [rows, setRows] = useState(initial);
  expose(setRows);
  return createElement(
    "Column",
    null,
    rows.map((row) => createElement(Row, { key: row.key, row, listeners })),
  );
}

const fail = (error: unknown): never => {
  throw error;
};

/** React app: state in a component, memoized rows with keys, and `flushSync`. */
class ReactApp implements App {
  readonly #options: AppOptions;
  readonly #host = new Host();
  #root: OpaqueRoot;
  #setRows: SetRows = () => {};

  constructor(options: AppOptions) {
    this.#options = options;
    this.#root = reconciler.createContainer(
      this.#host,
      ConcurrentRoot,
      null,
      false,
      null,
      "",
      fail,
      fail,
      fail,
      () => {},
      null,
    );
  }

  mount(rows: Rows): Promise<void> {
    const list = createElement(List, {
      initial: rows,
      listeners: this.#options.listeners === true,
      expose: (set: SetRows) => {
        this.#setRows = set;
      },
    });
    reconciler.updateContainerSync(list, this.#root, null, null);
    reconciler.flushSyncWork();
    return settled();
  }

  setTitles(at: readonly number[], titles: readonly string[]): Promise<void> {
    return this.#change((rows) => {
      const next = [...rows];
      for (let index = 0; index < at.length; index++) {
        const place = at[index] as number;
        next[place] = { ...(next[place] as RowData), title: titles[index] as string };
      }
      return next;
    });
  }

  append(row: RowData): Promise<void> {
    return this.#change((rows) => [...rows, row]);
  }

  insert(at: number, row: RowData): Promise<void> {
    return this.#change((rows) => rows.toSpliced(at, 0, row));
  }

  remove(at: number): Promise<void> {
    return this.#change((rows) => rows.toSpliced(at, 1));
  }

  swap(a: number, b: number): Promise<void> {
    return this.#change((rows) => rows.with(a, rows[b] as RowData).with(b, rows[a] as RowData));
  }

  reverse(): Promise<void> {
    return this.#change((rows) => rows.toReversed());
  }

  reorder(order: readonly number[]): Promise<void> {
    return this.#change((rows) => order.map((place) => rows[place] as RowData));
  }

  replaceAll(rows: Rows): Promise<void> {
    return this.#change(() => rows);
  }

  clear(): Promise<void> {
    return this.#change(() => []);
  }

  last(): unknown {
    return this.#host.last;
  }

  dispose(): Promise<void> {
    reconciler.updateContainerSync(null, this.#root, null, null);
    reconciler.flushSyncWork();
    return settled();
  }

  #change(next: (rows: Rows) => Rows): Promise<void> {
    reconciler.flushSyncFromReconciler(() => this.#setRows(next));
    return settled();
  }
}

/**
 * Waits for a microtask. Only then does React drop a root from its list of work; until then each flush checks all
 * roots.
 */
function settled(): Promise<void> {
  return Promise.resolve();
}

export const peer: Peer = {
  create: (options) => new ReactApp(options),
  replica: () => new HostReplica(),
};
