import { isMainThread } from "node:worker_threads";
import { reportErrors } from "./loading/report-errors.ts";
import { watchForRun } from "./loading/watch-for-run.ts";

/**
 * Loaded by `runlet run` in the app's process, before the app. Workers and child processes of the app load it, too, and
 * nothing happens there.
 */
const file = process.env.RUNLET_APP_FILE;
if (isMainThread && file !== undefined && process.argv[1] === file) {
  reportErrors(file);
  watchForRun(file, process.env.RUNLET_APP_WATCHED === "true");
}
