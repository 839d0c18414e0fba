/** What one row shows: Row(Text title, Text note, Button "Open"). */
export interface RowData {
  /** Names the row where a peer needs keys. */
  readonly key: number;
  readonly title: string;
  readonly note: string;
}

/** An update is over when this is: all but Vue end with the call itself. */
export type Done = void | Promise<void>;

/**
 * One app that shows a Column of rows to one client. Every method is one update: from the app's call, in the
 * peer's own idiom, to `Buffer.from(JSON.stringify(commands))`.
 */
export interface App {
  /** Builds everything and gives it to the client. Called once, first. */
  mount(rows: readonly RowData[]): Done;
  /** Sets the titles of rows, by what the app holds of them since `mount`. Only before any other method. */
  setTitles(at: readonly number[], titles: readonly string[]): Done;
  /** The same through the lists of controls, where the peer has such. */
  setTitlesInList?(at: readonly number[], titles: readonly string[]): Done;
  append(row: RowData): Done;
  insert(at: number, row: RowData): Done;
  remove(at: number): Done;
  swap(a: number, b: number): Done;
  reverse(): Done;
  /** What comes at place `i` stood at `order[i]`. */
  reorder(order: readonly number[]): Done;
  replaceAll(rows: readonly RowData[]): Done;
  clear(): Done;
  /** The commands of the last update, as they were encoded. */
  last(): unknown;
  /** Not timed. */
  dispose(): Done;
}

export interface AppOptions {
  /** Each row's button has a listener. */
  readonly listeners?: boolean;
}

/** What a client would show: its own properties, and `controls` where there are any. */
export interface TreeNode {
  readonly $type: string;
  readonly controls?: readonly TreeNode[];
  readonly [property: string]: unknown;
}

/** Applies a peer's commands as a client of it would. Used outside the timing only. */
export interface Replica {
  apply(commands: unknown): void;
  /** The Column. */
  tree(): TreeNode;
}

export interface Peer {
  create(options: AppOptions): App;
  replica(): Replica;
}

/** Runs updates one after another; waits only for those that ask for it. */
export async function inTurn(count: number, run: (index: number) => Done): Promise<void> {
  for (let index = 0; index < count; index++) {
    const done = run(index);
    if (done !== undefined) await done;
  }
}
