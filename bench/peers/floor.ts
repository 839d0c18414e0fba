import type { App, AppOptions, Peer, RowData } from "../lib/app.ts";
import type { Operation } from "../lib/patch.ts";
import { FloorReplica } from "./floor-replica.ts";

interface FloorText {
  readonly id: number;
  readonly $type: "Text";
  value: string;
}

interface FloorButton {
  readonly id: number;
  readonly $type: "Button";
  readonly content: string;
  readonly onClick?: true;
}

interface FloorRow {
  readonly id: number;
  readonly $type: "Row";
  readonly $slots: { readonly controls: readonly [FloorText, FloorText, FloorButton] };
}

interface FloorList {
  readonly id: number;
  readonly $type: "Column";
  readonly $slots: { controls: FloorRow[] };
}

const PAGE = 1;
const LIST = 2;
const PATH = `/${LIST}/$slots/controls`;

/**
 * App with the least possible work, written by hand: it updates a plain tree and writes the operations of each change
 * directly. New controls are nested, which takes fewer bytes than flat documents.
 */
class FloorApp implements App {
  readonly #list: FloorList = { id: LIST, $type: "Column", $slots: { controls: [] } };
  readonly #page = { id: PAGE, $type: "Page", $slots: { controls: [this.#list] } };
  #titles: FloorText[] = [];
  /** Click listeners by the id of the button. */
  #listeners: Map<number, () => void> | undefined;
  #lastId = LIST;
  #last: readonly Operation[] = [];

  constructor(options: AppOptions) {
    if (options.listeners === true) this.#listeners = new Map();
  }

  mount(rows: readonly RowData[]): void {
    const made = rows.map((row) => this.#make(row));
    this.#titles = made.map((row) => row.$slots.controls[0]);
    this.#rows = made;
    this.#send([{ op: "replace", path: "", value: this.#page }]);
  }

  setTitles(at: readonly number[], titles: readonly string[]): void {
    const operations: Operation[] = [];
    for (let index = 0; index < at.length; index++) {
      operations.push(change(this.#titles[at[index] as number] as FloorText, titles[index] as string));
    }
    this.#send(operations);
  }

  setTitlesInList(at: readonly number[], titles: readonly string[]): void {
    const operations: Operation[] = [];
    const rows = this.#rows;
    for (let index = 0; index < at.length; index++) {
      const row = rows[at[index] as number] as FloorRow;
      operations.push(change(row.$slots.controls[0], titles[index] as string));
    }
    this.#send(operations);
  }

  append(data: RowData): void {
    const row = this.#make(data);
    this.#rows.push(row);
    this.#send([{ op: "add", path: `${PATH}/-`, value: row }]);
  }

  insert(at: number, data: RowData): void {
    const row = this.#make(data);
    this.#rows.splice(at, 0, row);
    this.#send([{ op: "add", path: `${PATH}/${at}`, value: row }]);
  }

  remove(at: number): void {
    const [row] = this.#rows.splice(at, 1);
    if (this.#listeners !== undefined && row !== undefined) this.#listeners.delete(row.$slots.controls[2].id);
    this.#send([{ op: "remove", path: `${PATH}/${at}` }]);
  }

  swap(a: number, b: number): void {
    const rows = this.#rows;
    const [first, second] = [rows[a] as FloorRow, rows[b] as FloorRow];
    rows[a] = second;
    rows[b] = first;
    this.#send([
      { op: "replace", path: `${PATH}/${a}`, value: second.id },
      { op: "replace", path: `${PATH}/${b}`, value: first.id },
    ]);
  }

  reverse(): void {
    this.#rows.reverse();
    this.#sendOrder();
  }

  reorder(order: readonly number[]): void {
    const rows = this.#rows;
    this.#rows = order.map((place) => rows[place] as FloorRow);
    this.#sendOrder();
  }

  replaceAll(rows: readonly RowData[]): void {
    if (this.#listeners !== undefined) this.#listeners = new Map();
    this.#rows = rows.map((row) => this.#make(row));
    this.#send([{ op: "replace", path: PATH, value: this.#rows }]);
  }

  clear(): void {
    if (this.#listeners !== undefined) this.#listeners = new Map();
    this.#rows = [];
    this.#send([{ op: "replace", path: PATH, value: [] }]);
  }

  last(): unknown {
    return this.#last;
  }

  dispose(): void {}

  get #rows(): FloorRow[] {
    return this.#list.$slots.controls;
  }

  set #rows(rows: FloorRow[]) {
    this.#list.$slots.controls = rows;
  }

  #make({ title, note }: RowData): FloorRow {
    const id = this.#lastId + 1;
    this.#lastId += 4;
    const button: FloorButton =
      this.#listeners !== undefined
        ? { id: id + 3, $type: "Button", content: "Open", onClick: true }
        : { id: id + 3, $type: "Button", content: "Open" };
    this.#listeners?.set(button.id, () => {});
    return {
      id,
      $type: "Row",
      $slots: {
        controls: [{ id: id + 1, $type: "Text", value: title }, { id: id + 2, $type: "Text", value: note }, button],
      },
    };
  }

  #sendOrder(): void {
    this.#send([{ op: "replace", path: PATH, value: this.#rows.map((row) => row.id) }]);
  }

  #send(operations: readonly Operation[]): void {
    this.#last = operations;
    Buffer.from(JSON.stringify(operations));
  }
}

function change(text: FloorText, value: string): Operation {
  text.value = value;
  return { op: "replace", path: `/${text.id}/value`, value };
}

export const peer: Peer = {
  create: (options) => new FloorApp(options),
  replica: () => new FloorReplica(),
};
