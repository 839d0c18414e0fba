import type { Main } from "./controls/page/host.ts";
import { Host } from "./controls/page/host.ts";
import type { AppOptions } from "./server/options.ts";
import type { RunningApp } from "./server/serve.ts";

/** Key on `globalThis` of a function to which `run` passes its app instead of serving it. */
const COLLECTOR: unique symbol = Symbol.for("runlet.collector");
type Collecting = { [COLLECTOR]?: ((main: Main) => void) | undefined };

/**
 * Serves an app: `main` is called for each client, with a page of its own. Flet: `app`.
 * The server is loaded here, so that a worker or a browser can import everything else.
 */
export async function run(main: Main, options?: AppOptions): Promise<RunningApp> {
  const collect = (globalThis as Collecting)[COLLECTOR];
  if (collect !== undefined) {
    collect(main);
    return new Promise(() => {});
  }
  const { serveWith } = await import("./server/serve.ts");
  return serveWith(main, options ?? {}, (hosted, hostOptions) => new Host(hosted, hostOptions));
}

/**
 * Returns the app of a module that calls `run` while it is imported, without serving the app. For tests, and for
 * hosting several apps in one process: `mainOf(() => import("./app.ts"))`. Only one call may run at a time, and a
 * module runs only once.
 */
export async function mainOf(load: () => Promise<unknown>): Promise<Main> {
  const collecting = globalThis as Collecting;
  let main: Main | undefined;
  collecting[COLLECTOR] = (found) => {
    main = found;
  };
  try {
    await load();
  } finally {
    collecting[COLLECTOR] = undefined;
  }
  if (main === undefined)
    throw new Error("mainOf(): the module did not call run() while it was imported, or was imported before.");
  return main;
}
