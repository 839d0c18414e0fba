import type { Column, Page, Row, Text } from "runlet";
import type { App, AppOptions, Peer, RowData } from "../lib/app.ts";
import { PatchReplica } from "../lib/patch-replica.ts";
import { Client, type ConnectionOptions, runlet } from "../lib/runlet.ts";

class RunletApp implements App {
  readonly #options: AppOptions;
  readonly #client: Client;
  readonly #titles: Text[] = [];
  #list!: Column;
  #page!: Page;

  constructor(options: AppOptions, connection?: ConnectionOptions) {
    this.#options = options;
    this.#client = new Client(connection);
  }

  mount(rows: readonly RowData[]): void {
    this.#client.start((page) => {
      this.#page = page;
      this.#list = new runlet.Column({ controls: rows.map((row) => this.#make(row, this.#titles)) });
      page.add(this.#list);
    });
  }

  setTitles(at: readonly number[], titles: readonly string[]): void {
    for (let index = 0; index < at.length; index++) {
      const text = this.#titles[at[index] as number] as Text;
      text.value = titles[index] as string;
    }
    this.#page.update();
  }

  setTitlesInList(at: readonly number[], titles: readonly string[]): void {
    for (let index = 0; index < at.length; index++) {
      const row = this.#list.controls[at[index] as number] as Row;
      const text = row.controls[0] as Text;
      text.value = titles[index] as string;
    }
    this.#page.update();
  }

  append(row: RowData): void {
    this.#list.controls.push(this.#make(row));
    this.#page.update();
  }

  insert(at: number, row: RowData): void {
    this.#list.controls.splice(at, 0, this.#make(row));
    this.#page.update();
  }

  remove(at: number): void {
    this.#list.controls.splice(at, 1);
    this.#page.update();
  }

  swap(a: number, b: number): void {
    const { controls } = this.#list;
    [controls[a], controls[b]] = [controls[b] as Row, controls[a] as Row];
    this.#page.update();
  }

  reverse(): void {
    this.#list.controls.reverse();
    this.#page.update();
  }

  reorder(order: readonly number[]): void {
    const rows = [...this.#list.controls];
    this.#list.controls = order.map((place) => rows[place] as Row);
    this.#page.update();
  }

  replaceAll(rows: readonly RowData[]): void {
    this.#list.controls = rows.map((row) => this.#make(row));
    this.#page.update();
  }

  clear(): void {
    this.#list.controls = [];
    this.#page.update();
  }

  last(): unknown {
    return this.#client.content;
  }

  dispose(): void {
    this.#client.close();
  }

  #make({ title, note }: RowData, titles?: Text[]): Row {
    const { Button, Row, Text } = runlet;
    const text = new Text({ value: title });
    titles?.push(text);
    const button =
      this.#options.listeners === true
        ? new Button({ content: "Open", onClick: () => {} })
        : new Button({ content: "Open" });
    return new Row({ controls: [text, new Text({ value: note }), button] });
  }
}

export const peer: Peer = {
  create: (options) => new RunletApp(options),
  replica: () => new PatchReplica(),
};

export const generalLane: Peer = {
  create: (options) => new RunletApp(options, { shortLane: false }),
  replica: () => new PatchReplica(),
};
