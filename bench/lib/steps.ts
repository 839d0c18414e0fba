import type { App, AppOptions, Done, Peer } from "./app.ts";
import { makeRows } from "./rows.ts";
import type { Workload } from "./workloads.ts";

/** One operation, ready to be timed. */
export interface Step {
  run(): Done;
  /** Undoes the operation. Not timed. `left` is the number of operations of a batch that are not undone yet. */
  after?: ((left: number) => Done) | undefined;
  /** Returns the commands that were encoded last. */
  sent(): unknown;
}

/** A source of steps. Creating a step is not timed. */
export interface Steps {
  readonly next: () => Step;
  /** Whether each step must be undone before the next one may run. */
  readonly isSingle: boolean;
}

/** Returns steps that each change a mounted app. */
export function changes(app: App, workload: Workload, rows: number): Steps {
  return {
    isSingle: workload.isSingle === true,
    next() {
      const run = workload.prepare(rows);
      const undo = workload.undo?.(rows);
      return { run: () => run(app), after: undo && ((left) => undo(app, left)), sent: () => app.last() };
    },
  };
}

/** Returns steps that each mount a new app. */
export function mounts(peer: Peer, options: AppOptions, rows: number): Steps {
  return {
    isSingle: true,
    next() {
      const app = peer.create(options);
      const data = makeRows(rows);
      return { run: () => app.mount(data), after: () => app.dispose(), sent: () => app.last() };
    },
  };
}
