import { RunletError } from "../core/declaration/errors.ts";
import { Control } from "./control.ts";

/**
 * The name of `Control` in Flet. Its constructor throws `old-name`.
 * @deprecated Extend `Control`.
 */
export class UserControl extends Control {
  constructor() {
    super();
    throw new RunletError(
      "old-name",
      `${new.target.name} extends UserControl, which is Control here: write "class ${new.target.name} extends Control".`,
    );
  }
}
