import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PATIENCE } from "../support/patience.ts";

/** What of the inside of a server must not be told: a stack, a path, the name of a package's folder. */
const INTERNALS = [/node_modules/, /\n\s+at\s/, /\bat \S+ \(/, /file:\/\//, /\.ts:\d/, /\.js:\d/];

/** That a text for a client tells nothing of the server's inside. */
export function expectNoInternals(text: string): void {
  const leaked =
    INTERNALS.find((pattern) => pattern.test(text)) ?? (text.includes(process.cwd()) ? process.cwd() : undefined);
  if (leaked !== undefined) throw new Error(`a client was told ${leaked}: ${text.slice(0, 1000)}`);
}

/** The names of all that objects inherit: the same before and after whatever a client sends. */
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

/** Waits until something holds. */
export async function until(holds: () => boolean, ms: number = PATIENCE): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not so after ${ms} ms: ${holds}`);
    await pause(5);
  }
}

/** Lets go of all that nothing refers to any more, now. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
