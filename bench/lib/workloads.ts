import { type App, type Done, inTurn } from "./app.ts";
import { makeRow, makeRows, newTitle, places, shuffled } from "./rows.ts";

/** Category of a workload, which decides how Runlet is compared with its peers. */
export type Family = "mount" | "property" | "list" | "ticks" | "sessions";

/** A change to a mounted app of `rows` rows. */
export interface Workload {
  readonly id: string;
  readonly label: string;
  readonly family: Family;
  /** Returns one operation. Its input is created here, outside the timing. */
  readonly prepare: (rows: number) => (app: App) => Done;
  /** Returns the undo operation, if one is needed. `left` is the number of operations that are not undone yet. */
  readonly undo?: (rows: number) => (app: App, left: number) => Done;
  /** Whether the operation must be undone before it can run again, because a second one would have nothing to do. */
  readonly isSingle?: boolean;
  readonly listeners?: boolean;
  /** Whether only a peer with lists of controls can run the workload. */
  readonly needsList?: boolean;
  /** Number of updates in one operation. Default 1. */
  readonly updates?: number;
}

const TICKS = 1000;

const clear: Pick<Workload, "family" | "prepare" | "undo" | "isSingle"> = {
  family: "list",
  isSingle: true,
  prepare: () => (app) => app.clear(),
  undo: (rows) => given(makeRows(rows), (app, all) => app.replaceAll(all)),
};

const tenth = (rows: number) => Math.ceil(rows / 10);
const hundred = (rows: number) => Math.min(100, rows);

/** Workloads that are measured separately from the changes: `mount` at each N, `sessions` on many small trees. */
export const mount = { id: "mount", label: "mount", family: "mount" } as const;
export const sessions = {
  id: "sessions",
  label: "one text in all sessions of 50 controls",
  family: "sessions",
} as const;

/**
 * Changes that are measured at each N, in this order. Titles are changed through references, so they come before moves.
 */
export const workloads: readonly Workload[] = [
  titles("change-1", "change one text", () => 1),
  titles("change-100", "change 100 texts", hundred),
  titles("change-10%", "change 10 % of the texts", tenth),
  titlesInList("change-1-list", "change one text, list.controls[i]", () => 1),
  titlesInList("change-100-list", "change 100 texts, list.controls[i]", hundred),
  titlesInList("change-10%-list", "change 10 % of the texts, list.controls[i]", tenth),
  {
    id: "append",
    label: "append a row",
    family: "list",
    prepare: () => given(makeRow(), (app, row) => app.append(row)),
    undo: (rows) => (app, left) => app.remove(rows + left - 1),
  },
  {
    id: "insert",
    label: "insert a row at the head",
    family: "list",
    prepare: () => given(makeRow(), (app, row) => app.insert(0, row)),
    undo: () => (app) => app.remove(0),
  },
  {
    id: "remove",
    label: "remove a row in the middle",
    family: "list",
    prepare: (rows) => (app) => app.remove(rows >> 1),
    undo: (rows) => given(makeRow(), (app, row) => app.insert(rows >> 1, row)),
  },
  { id: "swap", label: "swap two rows", family: "list", prepare: (rows) => (app) => app.swap(1, rows - 2) },
  { id: "reverse", label: "reverse", family: "list", prepare: () => (app) => app.reverse() },
  {
    id: "shuffle",
    label: "shuffle",
    family: "list",
    prepare: (rows) => given(shuffled(rows), (app, order) => app.reorder(order)),
  },
  {
    id: "replace",
    label: "replace all rows",
    family: "list",
    prepare: (rows) => given(makeRows(rows), (app, next) => app.replaceAll(next)),
  },
  { id: "clear", label: "clear", ...clear },
  { id: "clear-listeners", label: "clear, one listener a row", ...clear, listeners: true },
];

/** Workload of many updates, measured on 1,000 rows. */
export const ticks: Workload = {
  id: "ticks",
  label: "ticks of 100 changes in 1,000 cells",
  family: "ticks",
  updates: TICKS,
  prepare(rows) {
    const changes = Array.from({ length: TICKS }, () => givenTitles(100, rows, (app, at, to) => app.setTitles(at, to)));
    return (app) => inTurn(TICKS, (tick) => changes[tick]?.(app));
  },
};

function titles(id: string, label: string, count: (rows: number) => number): Workload {
  const prepare = (rows: number) => givenTitles(count(rows), rows, (app, at, to) => app.setTitles(at, to));
  return { id, label, family: "property", prepare };
}

function titlesInList(id: string, label: string, count: (rows: number) => number): Workload {
  const prepare = (rows: number) => givenTitles(count(rows), rows, (app, at, to) => app.setTitlesInList?.(at, to));
  return { id, label, family: "property", prepare, needsList: true };
}

type ChangeTitles = (app: App, at: readonly number[], titles: readonly string[]) => Done;

function givenTitles(count: number, rows: number, run: ChangeTitles): (app: App) => Done {
  const at = places(count, rows);
  const to = at.map(newTitle);
  return (app) => run(app, at, to);
}

function given<T>(input: T, run: (app: App, input: T) => Done): (app: App) => Done {
  return (app) => run(app, input);
}
