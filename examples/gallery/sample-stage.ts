import { Column, Container, type Control, state, Text } from "runlet";
import { type Observable, tap } from "rxjs";
import { changesOf } from "./properties.ts";

/** Container of the live control. An error of the control is shown below it, and the rest of the page keeps working. */
export class Stage extends Column {
  readonly #control: Control;
  readonly #problem = state<string | null>(null);
  readonly #isRtl: Observable<boolean>;

  constructor(control: Control, isRtl: Observable<boolean>) {
    super({ horizontalAlignment: "stretch" });
    this.#control = control;
    this.#isRtl = isRtl;
  }

  override build(): Control[] {
    this.effect(changesOf(this.#control).pipe(tap(() => this.#problem.set(null))));
    return [
      new Container({
        padding: 24,
        borderRadius: 16,
        border: { width: 1, color: "outlinevariant" },
        rtl: this.#isRtl,
        content: new Column({ alignment: "center", horizontalAlignment: "center", controls: [this.#control] }),
      }),
      new Text({
        value: this.#problem.select((problem) => problem ?? ""),
        visible: this.#problem.select((problem) => problem !== null),
        color: "error",
      }),
    ];
  }

  override didCatch(error: unknown): boolean {
    this.#problem.set(error instanceof Error ? error.message : String(error));
    return true;
  }
}
