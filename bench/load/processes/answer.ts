import type { Question, Reply } from "../remote.ts";

type Calls = { [name: string]: (...args: never[]) => unknown };

/** Answers what the process that started this one asks, and ends with it. */
export function answer<T extends object>(calls: T): void {
  const send = (reply: Reply) => process.send?.(reply);
  process.on("disconnect", () => process.exit());
  process.on("message", async ({ id, name, args }: Question) => {
    const call = (calls as unknown as Calls)[name] as (...args: unknown[]) => unknown;
    send({ id, result: await call(...args) });
  });
  send({ id: 0 });
}
