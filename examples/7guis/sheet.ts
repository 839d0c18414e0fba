import { type State, state } from "runlet";

/** Names of the columns, and the number of rows. Rows are numbered from 0. */
export const COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const ROWS = 100;

/** Value that a cell shows. */
export type Value = number | string;
type Formula = (read: (id: string) => Value) => Value;

/** A cell that is shown or used in a formula. */
class Cell {
  readonly text: State<string> = state("");
  readonly value: State<Value> = state<Value>("");
  formula: Formula = () => "";
  /** Cells that the formula reads, and cells whose formulas read this cell. */
  sources: readonly Cell[] = [];
  readonly users: Set<Cell> = new Set();
}

/** Cells by name, created on first use. A change recomputes each dependent cell once. */
export class Sheet {
  readonly #cells = new Map<string, Cell>();

  cell(id: string): Cell {
    const cell = this.#cells.get(id) ?? new Cell();
    this.#cells.set(id, cell);
    return cell;
  }

  enter(id: string, text: string): void {
    const cell = this.cell(id);
    cell.text.set(text);
    const { formula, names } = parse(text);
    for (const source of cell.sources) source.users.delete(cell);
    cell.formula = formula;
    cell.sources = names.map((name) => this.cell(name));
    for (const source of cell.sources) source.users.add(cell);
    this.#compute(cell);
  }

  /** Sorts cells so that sources come before their users. Cells that cannot be sorted depend on themselves. */
  #compute(changed: Cell): void {
    const affected = new Set([changed]);
    for (const cell of affected) for (const user of cell.users) affected.add(user);
    const waiting = new Map([...affected].map((cell) => [cell, countOf(cell.sources, affected)]));
    const ready = [...affected].filter((cell) => waiting.get(cell) === 0);
    for (const cell of ready) {
      waiting.delete(cell);
      cell.value.set(this.#valueOf(cell));
      for (const user of cell.users) {
        const left = (waiting.get(user) ?? 0) - 1;
        waiting.set(user, left);
        if (left === 0) ready.push(user);
      }
    }
    for (const cell of waiting.keys()) cell.value.set("#CYCLE");
  }

  #valueOf({ formula, sources }: Cell): Value {
    if (sources.some(({ value }) => value.value === "#CYCLE")) return "#CYCLE";
    const value = formula((id) => this.cell(id).value.value);
    return typeof value === "number" && !Number.isFinite(value) ? "#ERROR" : value;
  }
}

function countOf(cells: readonly Cell[], among: ReadonlySet<Cell>): number {
  return cells.filter((cell) => among.has(cell)).length;
}

/** Parses the content of a cell: a number, a text, or a formula after `=`, such as `=A1*2+SUM(B0:B9)`. */
function parse(text: string): { formula: Formula; names: readonly string[] } {
  if (!text.startsWith("=")) {
    const value = text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
    return { formula: () => value, names: [] };
  }
  try {
    const parser = new Parser(text.slice(1).toUpperCase());
    return { formula: parser.whole(), names: [...parser.names] };
  } catch {
    return { formula: () => "#ERROR", names: [] };
  }
}

type Term = (read: (id: string) => Value) => number;
const OPERATORS: { readonly [sign: string]: (a: number, b: number) => number } = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};
const FUNCTIONS: { readonly [name: string]: (numbers: readonly number[]) => number } = {
  SUM: (numbers) => numbers.reduce((sum, number) => sum + number, 0),
  AVERAGE: (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
  MIN: (numbers) => Math.min(...numbers),
  MAX: (numbers) => Math.max(...numbers),
};

/** Parser of a formula. Throws a SyntaxError if the text is not a formula. */
class Parser {
  /** Names of the cells that the formula reads. */
  readonly names: Set<string> = new Set();
  readonly #tokens: string[];

  constructor(text: string) {
    this.#tokens = text.match(/\d*\.?\d+|[A-Z]+\d*|\S/g) ?? [];
  }

  whole(): Term {
    const term = this.#sum();
    if (this.#tokens.length > 0) throw new SyntaxError(`${this.#tokens[0]} follows`);
    return term;
  }

  #take(pattern: RegExp): string | undefined {
    return pattern.test(this.#tokens[0] ?? "") ? this.#tokens.shift() : undefined;
  }

  #need(pattern: RegExp): string {
    const token = this.#take(pattern);
    if (token === undefined) throw new SyntaxError(`no ${pattern}`);
    return token;
  }

  #sum(): Term {
    return this.#chain(/^[+-]$/, () => this.#chain(/^[*/]$/, () => this.#factor()));
  }

  #chain(signs: RegExp, next: () => Term): Term {
    let term = next();
    for (let sign = this.#take(signs); sign !== undefined; sign = this.#take(signs)) {
      const [left, right, operate] = [term, next(), OPERATORS[sign] as (a: number, b: number) => number];
      term = (read) => operate(left(read), right(read));
    }
    return term;
  }

  #factor(): Term {
    if (this.#take(/^-$/) !== undefined) {
      const term = this.#factor();
      return (read) => -term(read);
    }
    if (this.#take(/^\($/) !== undefined) return this.#closed(this.#sum());
    const number = this.#take(/^[\d.]+$/);
    if (number !== undefined) return () => Number(number);
    const compute = FUNCTIONS[this.#take(/^[A-Z]+$/) ?? ""];
    if (compute === undefined) {
      const id = this.#cell();
      return (read) => numberIn(read(id));
    }
    this.#need(/^\($/);
    const from = this.#cell();
    const ids = range(from, this.#take(/^:$/) === undefined ? from : this.#cell());
    for (const id of ids) this.names.add(id);
    return this.#closed((read) => compute(ids.map(read).filter((value) => typeof value === "number")));
  }

  #closed(term: Term): Term {
    this.#need(/^\)$/);
    return term;
  }

  #cell(): string {
    const id = this.#need(/^[A-Z]\d\d?$/);
    this.names.add(id);
    return id;
  }
}

function numberIn(value: Value): number {
  return value === "" ? 0 : typeof value === "number" ? value : Number.NaN;
}

/** Returns the names of the cells in a rectangle, given two opposite corners. */
function range(from: string, to: string): string[] {
  const between = (a: number, b: number) =>
    Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => Math.min(a, b) + index);
  const [columns, rows] = [[...from, ...to].filter((letter) => COLUMNS.includes(letter)), [from, to].map(rowOf)];
  return between(COLUMNS.indexOf(columns[0] as string), COLUMNS.indexOf(columns[1] as string)).flatMap((column) =>
    between(rows[0] as number, rows[1] as number).map((row) => COLUMNS.charAt(column) + row),
  );
}

/** Returns the row of a cell's name: 7 for `B7`. */
export function rowOf(id: string): number {
  return Number(id.slice(1));
}
