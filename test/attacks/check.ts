import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PATIENCE } from "../support/patience.ts";

/** Internal details that no client may receive: a stack trace, a path, the name of a package's folder. */
const INTERNALS = [/node_modules/, /\n\s+at\s/, /\bat \S+ \(/, /file:\/\//, /\.ts:\d/, /\.js:\d/];

/** Checks that a text for a client has no internal details of the server. */
export function expectNoInternals(text: string): void {
  const leaked =
    INTERNALS.find((pattern) => pattern.test(text)) ?? (text.includes(process.cwd()) ? process.cwd() : undefined);
  if (leaked !== undefined) throw new Error(`a client received ${leaked}: ${text.slice(0, 1000)}`);
}

/** Describes the built-in prototypes. No message of a client may change the result. */
export function describePrototypes(): string {
  const all = [Object, Array, Function, String, Number, Boolean, Map, Set, Promise].map(({ prototype }) =>
    Reflect.ownKeys(prototype).map((key) => {
      const { value, get } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
      return `${String(key)} ${typeof value} ${typeof get}`;
    }),
  );
  return JSON.stringify(all);
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until a condition is true. */
export async function until(holds: () => boolean, ms: number = PATIENCE): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not true after ${ms} ms: ${holds}`);
    await pause(5);
  }
}

/** Runs the garbage collector. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
