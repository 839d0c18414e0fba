import { createRenderer, defineComponent, h, nextTick, type PropType, reactive } from "@vue/runtime-core";
import type { App, AppOptions, Peer, RowData } from "../lib/app.ts";
import { Host, HostNode, insert, remove, setProperty } from "../lib/host.ts";
import { HostReplica } from "../lib/host-replica.ts";

const { createApp } = createRenderer<HostNode, HostNode>({
  createElement: (type) => new HostNode(type),
  createText: () => new HostNode("#text"),
  createComment: () => new HostNode("#comment"),
  setText: () => {},
  setElementText: () => {},
  insert: (node, parent, anchor) => insert(parent, node, anchor),
  remove,
  patchProp: (node, name, _before, value) => setProperty(node, name, value),
  parentNode: ({ parent }) => parent ?? null,
  nextSibling: ({ next }) => next ?? null,
});

interface RowState {
  readonly key: number;
  title: string;
  readonly note: string;
}

const Row = defineComponent({
  props: { row: { type: Object as PropType<RowState>, required: true }, listeners: Boolean },
  setup({ row, listeners }) {
    const button = listeners ? { content: "Open", onClick: () => {} } : { content: "Open" };
    return () => h("Row", null, [h("Text", { value: row.title }), h("Text", { value: row.note }), h("Button", button)]);
  },
});

const List = defineComponent({
  props: { state: { type: Object as PropType<{ rows: RowState[] }>, required: true }, listeners: Boolean },
  setup:
    ({ state, listeners }) =>
    () =>
      h(
        "Column",
        null,
        state.rows.map((row) => h(Row, { key: row.key, row, listeners })),
      ),
});

/** Vue app: reactive state that is edited in place, a component per row, and `nextTick`. */
class VueApp implements App {
  readonly #options: AppOptions;
  readonly #host = new Host();
  readonly #state = reactive({ rows: [] as RowState[] });
  #end: () => void = () => {};

  constructor(options: AppOptions) {
    this.#options = options;
  }

  mount(rows: readonly RowData[]): void {
    this.#state.rows = rows.map(makeRow);
    const app = createApp(List, { state: this.#state, listeners: this.#options.listeners === true });
    app.mount(this.#host.root);
    this.#end = () => app.unmount();
    this.#host.flush();
  }

  setTitles(at: readonly number[], titles: readonly string[]): Promise<void> {
    const { rows } = this.#state;
    for (let index = 0; index < at.length; index++) {
      (rows[at[index] as number] as RowState).title = titles[index] as string;
    }
    return this.#flushed();
  }

  append(row: RowData): Promise<void> {
    this.#state.rows.push(makeRow(row));
    return this.#flushed();
  }

  insert(at: number, row: RowData): Promise<void> {
    this.#state.rows.splice(at, 0, makeRow(row));
    return this.#flushed();
  }

  remove(at: number): Promise<void> {
    this.#state.rows.splice(at, 1);
    return this.#flushed();
  }

  swap(a: number, b: number): Promise<void> {
    const { rows } = this.#state;
    [rows[a], rows[b]] = [rows[b] as RowState, rows[a] as RowState];
    return this.#flushed();
  }

  reverse(): Promise<void> {
    this.#state.rows.reverse();
    return this.#flushed();
  }

  reorder(order: readonly number[]): Promise<void> {
    const { rows } = this.#state;
    this.#state.rows = order.map((place) => rows[place] as RowState);
    return this.#flushed();
  }

  replaceAll(rows: readonly RowData[]): Promise<void> {
    this.#state.rows = rows.map(makeRow);
    return this.#flushed();
  }

  clear(): Promise<void> {
    this.#state.rows = [];
    return this.#flushed();
  }

  last(): unknown {
    return this.#host.last;
  }

  dispose(): void {
    this.#end();
  }

  async #flushed(): Promise<void> {
    await nextTick();
    this.#host.flush();
  }
}

function makeRow({ key, title, note }: RowData): RowState {
  return { key, title, note };
}

export const peer: Peer = {
  create: (options) => new VueApp(options),
  replica: () => new HostReplica(),
};
