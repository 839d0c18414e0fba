import type { Control } from "runlet";

export type Hook = "build" | "beforeUpdate" | "didMount" | "willUnmount";

interface ControlTrace {
  readonly name: string;
  /** Whether `didMount` was called, and `willUnmount` not since then. */
  isMounted: boolean;
  builds: number;
  /** How often `build()` may be called: once, and again for each `rebuild()` and each failure. */
  mayBuild: number;
}

/** Logs each call of a hook, and checks that calls of `didMount` and `willUnmount` alternate. */
export class Tracer {
  readonly #traces = new Map<Control, ControlTrace>();
  readonly #actions = new Map<Control, Map<Hook, () => unknown>>();
  #lines: string[] = [];
  /** Calls that must never happen, such as a second `didMount`, or `willUnmount` without `didMount`. */
  readonly problems: string[] = [];

  name(control: Control, name: string): void {
    this.#traces.set(control, { name, isMounted: false, builds: 0, mayBuild: 1 });
  }

  /** Sets what a hook of one control does. */
  during(control: Control, hook: Hook, act: () => unknown): void {
    const acts = this.#actions.get(control) ?? new Map<Hook, () => unknown>();
    this.#actions.set(control, acts.set(hook, act));
  }

  note(line: string): void {
    this.#lines.push(line);
  }

  takeLines(): string[] {
    return this.#lines.splice(0);
  }

  /** The names of the controls that got `didMount`, and no `willUnmount` since. */
  get mounted(): string[] {
    return [...this.#traces.values()].filter(({ isMounted }) => isMounted).map(({ name }) => name);
  }

  allowBuild(control: Control): void {
    const trace = this.#traces.get(control);
    if (trace !== undefined) trace.mayBuild++;
  }

  run(control: Control, hook: Hook): unknown {
    const trace = this.#traces.get(control);
    if (trace === undefined) return undefined;
    this.#lines.push(`${hook} ${trace.name}`);
    this.#checkOrder(control, hook, trace);
    try {
      return this.#actions.get(control)?.get(hook)?.();
    } catch (error) {
      if (hook === "build") trace.mayBuild++;
      throw error;
    }
  }

  #checkOrder(control: Control, hook: Hook, trace: ControlTrace): void {
    const wrong = (what: string) => this.problems.push(`${hook} ${trace.name}: ${what}`);
    if (hook === "build" && ++trace.builds > trace.mayBuild) wrong("called a second time");
    if (hook === "didMount" && trace.isMounted) wrong("called twice without willUnmount in between");
    if (hook === "willUnmount" && !trace.isMounted) wrong("called without didMount before");
    if (hook === "didMount") trace.isMounted = true;
    if (hook === "willUnmount") trace.isMounted = false;
    try {
      if (!control.isMounted || control.page.title === undefined) wrong("no page");
    } catch (error) {
      wrong(String(error));
    }
  }
}
