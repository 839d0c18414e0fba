import type { Main } from "runlet";
import { mainOf } from "runlet/server";

const mains = new Map<string, Promise<Main>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * The app of an example. Its module runs once in a process, and `mainOf` handles one call at a time, so test files that
 * share a process share the result.
 */
export function exampleMain(name: string): Promise<Main> {
  const main = mains.get(name) ?? last.then(() => mainOf(() => import(`../../examples/${name}.ts`)));
  mains.set(name, main);
  last = main.catch(() => {});
  return main;
}
