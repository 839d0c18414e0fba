import type { ErrorPlace } from "../declaration/errors.ts";

/** An async call of user code that has not ended. */
interface PendingCall {
  readonly kind: ErrorPlace["kind"];
  readonly name: string;
  /** Returns the path of the control. */
  readonly pathOf: () => string;
}

/** Start and end of a pending `sleep`, in milliseconds of the monotonic clock. */
interface PendingSleep {
  readonly since: number;
  readonly until: number;
}

/** The async calls of user code in one session that have not ended. A server that is stopped waits for some of them. */
export class PendingWork {
  readonly #calls = new Set<PendingCall>();
  readonly #sleeps = new Set<PendingSleep>();

  /** Names of the calls that a server waits for, such as `handler onClick of Page > Button`. */
  get names(): readonly string[] {
    const calls = [...this.#calls].filter((call) => !isForScreen(call));
    return calls.map(({ kind, name, pathOf }) => `${kind} ${name} of ${pathOf()}`);
  }

  /** Adds a call until its promise settles. `pathOf` returns the path of the control. */
  add(kind: ErrorPlace["kind"], name: string, pathOf: () => string, result: Promise<unknown>): void {
    const call: PendingCall = { kind, name, pathOf };
    this.#calls.add(call);
    const ended = () => this.#calls.delete(call);
    void result.then(ended, ended);
  }

  /** Adds a `sleep` that starts at `since`. Returns a function that removes it. */
  addSleep(since: number, ms: number): () => void {
    const sleep: PendingSleep = { since, until: since + ms };
    this.#sleeps.add(sleep);
    return () => this.#sleeps.delete(sleep);
  }

  /**
   * Returns whether a server that stops between `from` and `until` must wait. It waits for handlers and tasks. Tasks
   * that only repeat something would never end, so a task does not count while it sleeps, unless it began to sleep
   * by `from` and wakes by `until`.
   */
  isBusy(from: number, until: number): boolean {
    const calls = [...this.#calls];
    if (calls.some((call) => call.kind !== "task" && !isForScreen(call))) return true;
    // It is not known which call sleeps. So all calls that may sleep are compared with all sleeps.
    const idle = [...this.#sleeps].filter((sleep) => sleep.since > from || sleep.until > until);
    return calls.some(({ kind }) => kind === "task") && calls.length > idle.length;
  }
}

/** Returns whether a call only fills the screen, which no person sees after the end: `main` and the hook `didMount`. */
function isForScreen({ kind, name }: PendingCall): boolean {
  return kind === "main" || (kind === "hook" && name !== "willUnmount");
}
