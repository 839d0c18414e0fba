import { batch, createComponent, createSignal, For, type Setter } from "solid-js";
import { createRenderer } from "solid-js/universal";
import type { App, AppOptions, Peer, RowData } from "../lib/app.ts";
import { Host, HostNode, insert, remove, setProperty } from "../lib/host.ts";
import { HostReplica } from "../lib/host-replica.ts";

const renderer = createRenderer<HostNode>({
  createElement: (type) => new HostNode(type),
  createTextNode: () => new HostNode("#text"),
  replaceText: () => {},
  isTextNode: ({ type }) => type === "#text",
  setProperty,
  insertNode: insert,
  removeNode: (_parent, node) => remove(node),
  getParentNode: ({ parent }) => parent,
  getFirstChild: ({ first }) => first,
  getNextSibling: ({ next }) => next,
});

interface RowState {
  readonly title: () => string;
  readonly setTitle: Setter<string>;
  readonly note: string;
}

interface ListProps {
  readonly rows: readonly RowState[];
  readonly listeners: boolean;
}

/**
 * Output of the Solid compiler for `<Row><Text value={row.title()}/><Text value={row.note}/><Button
 * content="Open"/></Row>`.
 */
function Row({ row, listeners }: { row: RowState; listeners: boolean }): HostNode {
  const element = renderer.createElement("Row");
  const title = renderer.createElement("Text");
  const note = renderer.createElement("Text");
  const button = renderer.createElement("Button");
  renderer.insertNode(element, title);
  renderer.insertNode(element, note);
  renderer.insertNode(element, button);
  renderer.setProp(note, "value", row.note);
  renderer.setProp(button, "content", "Open");
  if (listeners) renderer.setProp(button, "onClick", () => {});
  renderer.effect<string>((before) => renderer.setProp(title, "value", row.title(), before));
  return element;
}

/** Output of the Solid compiler for `<Column><For each={props.rows}>{(row) => <Row row={row}/>}</For></Column>`. */
function List(props: ListProps): HostNode {
  const element = renderer.createElement("Column");
  const rows = createComponent(For, {
    get each() {
      return props.rows;
    },
    // The types expect DOM elements, but the nodes of a custom renderer are of another type.
    children: (row: RowState) => renderer.createComponent(Row, { row, listeners: props.listeners }) as never,
  });
  renderer.insert(element, rows);
  return element;
}

/** Solid app: a signal for the list and one for each title. `<For>` keeps rows by identity. */
class SolidApp implements App {
  readonly #options: AppOptions;
  readonly #host = new Host();
  readonly #rows: () => readonly RowState[];
  readonly #setRows: Setter<readonly RowState[]>;
  #held: readonly RowState[] = [];
  #end: () => void = () => {};

  constructor(options: AppOptions) {
    this.#options = options;
    [this.#rows, this.#setRows] = createSignal<readonly RowState[]>([]);
  }

  mount(rows: readonly RowData[]): void {
    this.#held = rows.map(makeRow);
    this.#setRows(this.#held);
    const shown = this.#rows;
    const props = {
      get rows() {
        return shown();
      },
      listeners: this.#options.listeners === true,
    };
    this.#end = renderer.render(() => renderer.createComponent(List, props), this.#host.root);
    this.#host.flush();
  }

  setTitles(at: readonly number[], titles: readonly string[]): void {
    batch(() => {
      for (let index = 0; index < at.length; index++) {
        this.#held[at[index] as number]?.setTitle(titles[index] as string);
      }
    });
    this.#host.flush();
  }

  append(row: RowData): void {
    this.#change((rows) => [...rows, makeRow(row)]);
  }

  insert(at: number, row: RowData): void {
    this.#change((rows) => rows.toSpliced(at, 0, makeRow(row)));
  }

  remove(at: number): void {
    this.#change((rows) => rows.toSpliced(at, 1));
  }

  swap(a: number, b: number): void {
    this.#change((rows) => rows.with(a, rows[b] as RowState).with(b, rows[a] as RowState));
  }

  reverse(): void {
    this.#change((rows) => rows.toReversed());
  }

  reorder(order: readonly number[]): void {
    this.#change((rows) => order.map((place) => rows[place] as RowState));
  }

  replaceAll(rows: readonly RowData[]): void {
    this.#change(() => rows.map(makeRow));
  }

  clear(): void {
    this.#change(() => []);
  }

  last(): unknown {
    return this.#host.last;
  }

  dispose(): void {
    this.#end();
  }

  #change(next: (rows: readonly RowState[]) => readonly RowState[]): void {
    this.#setRows(next);
    this.#host.flush();
  }
}

function makeRow({ title: initial, note }: RowData): RowState {
  const [title, setTitle] = createSignal(initial);
  return { title, setTitle, note };
}

export const peer: Peer = {
  create: (options) => new SolidApp(options),
  replica: () => new HostReplica(),
};
