import { config } from "rxjs";
import { isUnmounted } from "../core/reactive/lifetime.ts";
import type { Log } from "../core/session/session-options.ts";

/** An app that is hosted in this process. */
interface HostedApp {
  readonly log: Log;
  /** Whether the process runs nothing but apps of Runlet, so that an error outside of a session must not end it. */
  readonly ownsProcess: boolean;
}

type Emit = (event: string | symbol, ...args: unknown[]) => boolean;

/** Mark of the listener with which `runlet run` explains an error that ends the app. It does not handle the error. */
const EXPLAINS_ONLY: unique symbol = Symbol.for("runlet.explainsOnly");
/** Node's flag for rejected promises. Node accepts underscores, too, and a space before the value. */
const FLAG = /(?:^|[\s"'])--unhandled[-_]rejections(?:[=\s"']|$)/;

const apps = new Set<HostedApp>();
let originalEmit: Emit | undefined;
/** Reason of the promise whose rejection Node handles now. If it is no Error, Node passes on another one. */
let rejectedWith: unknown;

/**
 * Handles errors that no session can handle, because one session must not end the process for all sessions. Returns a
 * function that ends this, for when the app is closed. The last one of several apps leaves the process as it was.
 *
 * - A promise of `sleep()` rejects when its control is unmounted. If the app does not await it, the rejection is
 *   ignored.
 * - A subscriber of a stream without a control, such as `state()`, may throw. The error is logged.
 * - With `ownsProcess`, other errors that would end the process are logged as well: a rejected promise that nothing
 *   awaits, and an error in a timer or another callback. A listener of the program takes precedence, and so does Node's
 *   flag `--unhandled-rejections` for promises.
 */
export function handleUnhandledErrors(log: Log, ownsProcess = false): () => void {
  const app: HostedApp = { log, ownsProcess };
  apps.add(app);
  if (apps.size === 1) install();
  return () => {
    if (apps.delete(app) && apps.size === 0) uninstall();
  };
}

function install(): void {
  config.onUnhandledError ??= logSubscriberError;
  if (originalEmit !== undefined) return;
  originalEmit = process.emit as Emit;
  process.emit = filteringEmit as typeof process.emit;
}

function uninstall(): void {
  if (config.onUnhandledError === logSubscriberError) config.onUnhandledError = null;
  rejectedWith = undefined;
  // Another library may have put a function of its own around this one, which then has nothing to filter any more.
  if (originalEmit === undefined || (process.emit as Emit) !== filteringEmit) return;
  process.emit = originalEmit as typeof process.emit;
  originalEmit = undefined;
}

function logSubscriberError(error: unknown): void {
  const [first] = apps;
  first?.log.error("[runlet] a subscriber failed:", error);
}

/**
 * Filters the errors that Node is about to emit. Listeners could not do that: their mere presence changes what Node
 * does with all other errors, and in each mode of `--unhandled-rejections` differently.
 */
function filteringEmit(this: unknown, event: string | symbol, ...args: unknown[]): boolean {
  const isError = event === "unhandledRejection" || event === "uncaughtException";
  if (isError && apps.size > 0 && isHandled(event, args[0], args[1])) return true;
  return (originalEmit as Emit).call(this, event, ...args);
}

function isHandled(event: "unhandledRejection" | "uncaughtException", error: unknown, origin: unknown): boolean {
  if (isUnmounted(error)) return true;
  if (event === "unhandledRejection") {
    rejectedWith = error;
    return false;
  }
  const isRejection = origin === "unhandledRejection";
  const owner = [...apps].find(({ ownsProcess }) => ownsProcess);
  if (owner === undefined || hasListener() || (isRejection && hasFlag())) return false;
  if (isRejection) owner.log.error("[runlet] a promise that nothing awaits was rejected:", rejectedWith);
  else owner.log.error("[runlet] an error in a timer or another callback:", error);
  return true;
}

/** Returns whether the program has a listener of its own, which then decides. */
function hasListener(): boolean {
  return process.listeners("uncaughtException").some((listener) => !(EXPLAINS_ONLY in listener));
}

/** Returns whether the operator has chosen what happens to rejected promises. */
function hasFlag(): boolean {
  return FLAG.test(`${process.execArgv.join(" ")} ${process.env.NODE_OPTIONS ?? ""}`);
}
