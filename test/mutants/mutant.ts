/** A mistake that the tests must notice: planted in a copy of the project, one at a time. */
export interface Mutant {
  /** What goes wrong with it. */
  readonly name: string;
  /** From the project's root. */
  readonly file: string;
  /** What stands in the file exactly once, and what stands there instead. */
  readonly find: string;
  readonly replace: string;
}
