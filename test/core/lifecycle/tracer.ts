import type { Control } from "runlet";

export type Hook = "build" | "beforeUpdate" | "didMount" | "willUnmount";

interface ControlTrace {
  readonly name: string;
  /** `didMount` was called, and `willUnmount` not yet. */
  isMounted: boolean;
  builds: number;
  /** How often `build()` may be called: once, and again for each `rebuild()` and each failure. */
  mayBuild: number;
}

/** Writes every hook call down, and sees to it that none is called twice or without its twin. */
export class Tracer {
  readonly #traces = new Map<Control, ControlTrace>();
  readonly #actions = new Map<Control, Map<Hook, () => unknown>>();
  #lines: string[] = [];
  /** Calls that no app may see: a second `didMount`, a `willUnmount` alone. */
  readonly problems: string[] = [];

  name(control: Control, name: string): void {
    this.#traces.set(control, { name, isMounted: false, builds: 0, mayBuild: 1 });
  }

  /** What a hook of one control does. */
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

  /** Who had `didMount` and no `willUnmount` since. */
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
    if (hook === "build" && ++trace.builds > trace.mayBuild) wrong("a second time");
    if (hook === "didMount" && trace.isMounted) wrong("twice without willUnmount between");
    if (hook === "willUnmount" && !trace.isMounted) wrong("without didMount before");
    if (hook === "didMount") trace.isMounted = true;
    if (hook === "willUnmount") trace.isMounted = false;
    try {
      if (!control.isMounted || control.page.title === undefined) wrong("no page");
    } catch (error) {
      wrong(String(error));
    }
  }
}
