import type { CaseContext } from "./case-runner.ts";

/** One row of a table of the contract. The table in the guide is made from it. */
export interface Case {
  readonly name: string;
  /** What is on the page before: `a p(b c)`. Default nothing. `i` and `j` are isolated, `v` and `w` build. */
  readonly page?: string;
  /** What the app does. The guide shows its text. */
  readonly do: (context: CaseContext) => unknown;
  /** The hooks in order. */
  readonly hooks: string;
  /** A line for each update, as `compact` writes it. Those of several controls may come in any order. */
  readonly sent: readonly string[];
  /** Messages of errors that nobody handles. */
  readonly errors?: readonly RegExp[];
  /** Why it does not hold yet. */
  readonly fails?: string;
}

/** A table. */
export interface CaseGroup {
  readonly title: string;
  /** The file it is in: the guide takes the text of `do` from it. */
  readonly file: string;
  readonly cases: readonly Case[];
}
