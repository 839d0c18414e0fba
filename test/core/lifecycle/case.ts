import type { CaseContext } from "./case-runner.ts";

/** One row of a table of the lifecycle contract. The tables in the guide are made from these rows. */
export interface Case {
  readonly name: string;
  /**
   * Content of the page before the case, such as `a p(b c)`. Default: empty. `i` and `j` are isolated, `v` and `w`
   * build.
   */
  readonly page?: string;
  /** What the app does. The guide shows its source text. */
  readonly do: (context: CaseContext) => unknown;
  /** The calls of hooks, in order. */
  readonly hooks: string;
  /** One line for each update, in the notation of `compact`. Operations on several controls may come in any order. */
  readonly sent: readonly string[];
  /** Messages of unhandled errors. */
  readonly errors?: readonly RegExp[];
  /** The reason why the case does not hold yet. */
  readonly fails?: string;
}

/** A table of cases. */
export interface CaseGroup {
  readonly title: string;
  /** The file of the cases, from which the guide takes the source text of `do`. */
  readonly file: string;
  readonly cases: readonly Case[];
}
