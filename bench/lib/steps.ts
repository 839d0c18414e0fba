import type { App, AppOptions, Done, Peer } from "./app.ts";
import { makeRows } from "./rows.ts";
import type { Workload } from "./workloads.ts";

/** One operation, ready to be timed. */
export interface Step {
  run(): Done;
  /** Not timed; `left` operations of a batch are still to be taken back. */
  after?: ((left: number) => Done) | undefined;
  /** The commands that it encoded last. */
  sent(): unknown;
}

/** Makes steps, outside the time. */
export interface Steps {
  readonly next: () => Step;
  /** Whether a second one may run before the first was taken back. */
  readonly isSingle: boolean;
}

/** A change to an app that is mounted. */
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

/** A first mount. */
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
