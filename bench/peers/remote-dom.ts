// Creates the globals of a page, so it must be imported first.
import "@remote-dom/core/polyfill";
import { BatchingRemoteConnection, createRemoteElement, RemoteRootElement } from "@remote-dom/core/elements";
import type { App, AppOptions, Peer, RowData } from "../lib/app.ts";
import { RemoteReplica } from "./remote-dom-replica.ts";

const elements = {
  "ui-root": RemoteRootElement,
  "ui-column": createRemoteElement(),
  "ui-row": createRemoteElement(),
  "ui-text": createRemoteElement({ properties: ["value"] }),
  "ui-button": createRemoteElement({ properties: ["content"], events: ["click"] }),
};
for (const [name, element] of Object.entries(elements)) customElements.define(name, element);

type Element = HTMLElement & { value?: string; content?: string };

function create(name: keyof typeof elements, ...children: Element[]): Element {
  const element: Element = document.createElement(name);
  if (children.length > 0) element.append(...children);
  return element;
}

/** remote-dom app: elements of a simulated page. Each update is one batch. */
class RemoteDomApp implements App {
  readonly #options: AppOptions;
  readonly #column = create("ui-column");
  readonly #connection: BatchingRemoteConnection;
  #titles: Element[] = [];
  #last: unknown;

  constructor(options: AppOptions) {
    this.#options = options;
    const isFunction = (_name: string, value: unknown) => (typeof value === "function" ? true : value);
    const connection = {
      mutate: (records: unknown) => {
        this.#last = records;
        // A function is encoded as `true`. Without listeners there are no functions, so the slower replacer is not
        // used.
        Buffer.from(options.listeners === true ? JSON.stringify(records, isFunction) : JSON.stringify(records));
      },
      call() {},
    };
    // Automatic batching is off, because each update calls flush() itself.
    this.#connection = new BatchingRemoteConnection(connection, { batch: () => {} });
  }

  mount(rows: readonly RowData[]): void {
    const root = document.createElement("ui-root") as unknown as RemoteRootElement;
    root.connect(this.#connection);
    const made = rows.map((row) => this.#make(row));
    this.#titles = made.map((row) => row.firstChild as Element);
    this.#column.append(...made);
    root.append(this.#column);
    this.#connection.flush();
  }

  setTitles(at: readonly number[], titles: readonly string[]): void {
    for (let index = 0; index < at.length; index++) {
      const text = this.#titles[at[index] as number] as Element;
      text.value = titles[index] as string;
    }
    this.#connection.flush();
  }

  append(row: RowData): void {
    this.#column.append(this.#make(row));
    this.#connection.flush();
  }

  insert(at: number, row: RowData): void {
    this.#column.insertBefore(this.#make(row), this.#row(at));
    this.#connection.flush();
  }

  remove(at: number): void {
    this.#row(at).remove();
    this.#connection.flush();
  }

  swap(a: number, b: number): void {
    const [first, second] = [this.#row(a), this.#row(b)];
    const next = second.nextSibling;
    this.#column.insertBefore(second, first);
    this.#column.insertBefore(first, next);
    this.#connection.flush();
  }

  reverse(): void {
    this.#column.append(...[...this.#column.childNodes].reverse());
    this.#connection.flush();
  }

  reorder(order: readonly number[]): void {
    const rows = [...this.#column.childNodes];
    this.#column.append(...order.map((place) => rows[place] as ChildNode));
    this.#connection.flush();
  }

  replaceAll(rows: readonly RowData[]): void {
    this.#column.replaceChildren(...rows.map((row) => this.#make(row)));
    this.#connection.flush();
  }

  clear(): void {
    this.#column.replaceChildren();
    this.#connection.flush();
  }

  last(): unknown {
    return this.#last;
  }

  dispose(): void {}

  #row(at: number): ChildNode {
    return this.#column.childNodes[at] as ChildNode;
  }

  #make({ title, note }: RowData): Element {
    const [first, second, button] = [create("ui-text"), create("ui-text"), create("ui-button")];
    first.value = title;
    second.value = note;
    button.content = "Open";
    if (this.#options.listeners === true) button.addEventListener("click", () => {});
    return create("ui-row", first, second, button);
  }
}

export const peer: Peer = {
  create: (options) => new RemoteDomApp(options),
  replica: () => new RemoteReplica(),
};
