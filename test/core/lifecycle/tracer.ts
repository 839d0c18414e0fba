import type { Control } from "runlet";

export type Hook = "build" | "beforeUpdate" | "didMount" | "willUnmount";

interface Fate {
  readonly name: string;
  /** `didMount` was called, and `willUnmount` not yet. */
  isIn: boolean;
  builds: number;
  /** How often `build()` may be called: once, and again for each `rebuild()` and each failure. */
  mayBuild: number;
}

/** Writes every hook call down, and sees to it that none is called twice or without its twin. */
export class Tracer {
  readonly #fates = new Map<Control, Fate>();
  readonly #acts = new Map<Control, Map<Hook, () => unknown>>();
  #lines: string[] = [];
  /** Calls that no app may see: a second `didMount`, a `willUnmount` alone. */
  readonly problems: string[] = [];

  name(control: Control, name: string): void {
    this.#fates.set(control, { name, isIn: false, builds: 0, mayBuild: 1 });
  }

  /** What a hook of one control does. */
  during(control: Control, hook: Hook, act: () => unknown): void {
    const acts = this.#acts.get(control) ?? new Map<Hook, () => unknown>();
    this.#acts.set(control, acts.set(hook, act));
  }

  note(line: string): void {
    this.#lines.push(line);
  }

  take(): string[] {
    return this.#lines.splice(0);
  }

  /** Who had `didMount` and no `willUnmount` since. */
  get mounted(): string[] {
    return [...this.#fates.values()].filter(({ isIn }) => isIn).map(({ name }) => name);
  }

  allowBuild(control: Control): void {
    const fate = this.#fates.get(control);
    if (fate !== undefined) fate.mayBuild++;
  }

  run(control: Control, hook: Hook): unknown {
    const fate = this.#fates.get(control);
    if (fate === undefined) return undefined;
    this.#lines.push(`${hook} ${fate.name}`);
    this.#judge(control, hook, fate);
    try {
      return this.#acts.get(control)?.get(hook)?.();
    } catch (error) {
      if (hook === "build") fate.mayBuild++;
      throw error;
    }
  }

  #judge(control: Control, hook: Hook, fate: Fate): void {
    const wrong = (what: string) => this.problems.push(`${hook} ${fate.name}: ${what}`);
    if (hook === "build" && ++fate.builds > fate.mayBuild) wrong("a second time");
    if (hook === "didMount" && fate.isIn) wrong("twice without willUnmount between");
    if (hook === "willUnmount" && !fate.isIn) wrong("without didMount before");
    if (hook === "didMount") fate.isIn = true;
    if (hook === "willUnmount") fate.isIn = false;
    try {
      if (!control.isMounted || control.page.title === undefined) wrong("no page");
    } catch (error) {
      wrong(String(error));
    }
  }
}
