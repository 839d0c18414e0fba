/** A fault that the tests must detect. Faults are planted in a copy of the project, one at a time. */
export interface Mutant {
  /** Effect of the fault. */
  readonly name: string;
  /** Path of the file from the project's root. */
  readonly file: string;
  /** Text that occurs exactly once in the file. */
  readonly find: string;
  /** Text that replaces it. */
  readonly replace: string;
  /** Test files, or folders, one of which must fail. Default: the tests of the core. */
  readonly tests?: readonly string[];
}
