/** Data of one row: Row(Text title, Text note, Button "Open"). */
export interface RowData {
  /** Key of the row, for peers that need keys. */
  readonly key: number;
  readonly title: string;
  readonly note: string;
}

/** Result of an update. A promise means that the update ends when it resolves; otherwise it ends with the call. */
export type Done = void | Promise<void>;

/**
 * An app that shows a Column of rows to one client. Every method is one update, from the app's call in the peer's usual
 * style to `Buffer.from(JSON.stringify(commands))`.
 */
export interface App {
  /** Builds all rows and sends them to the client. Called once, before all other methods. */
  mount(rows: readonly RowData[]): Done;
  /**
   * Sets titles through references that the app keeps since `mount`. Called only before methods that change the list.
   */
  setTitles(at: readonly number[], titles: readonly string[]): Done;
  /** Sets titles through the lists of controls, if the peer has such lists. */
  setTitlesInList?(at: readonly number[], titles: readonly string[]): Done;
  append(row: RowData): Done;
  insert(at: number, row: RowData): Done;
  remove(at: number): Done;
  swap(a: number, b: number): Done;
  reverse(): Done;
  /** Reorders the rows: position `i` gets the row that was at `order[i]`. */
  reorder(order: readonly number[]): Done;
  replaceAll(rows: readonly RowData[]): Done;
  clear(): Done;
  /** Returns the commands of the last update as they were encoded. */
  last(): unknown;
  /** Disposes the app. Not timed. */
  dispose(): Done;
}

export interface AppOptions {
  /** Whether each row's button has a click listener. */
  readonly listeners?: boolean;
}

/** A control as a client would show it: its own properties, and `controls` if it has children. */
export interface TreeNode {
  readonly $type: string;
  readonly controls?: readonly TreeNode[];
  readonly [property: string]: unknown;
}

/** A client's copy of the tree, which applies a peer's commands. It is never part of the timing. */
export interface Replica {
  apply(commands: unknown): void;
  /** Returns the Column. */
  tree(): TreeNode;
}

export interface Peer {
  create(options: AppOptions): App;
  replica(): Replica;
}

/** Runs updates one after another. Awaits only updates that return a promise, because awaiting costs time. */
export async function inTurn(count: number, run: (index: number) => Done): Promise<void> {
  for (let index = 0; index < count; index++) {
    const done = run(index);
    if (done !== undefined) await done;
  }
}
