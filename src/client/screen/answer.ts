import type { Call, Json, ResultCommand } from "../../protocol/messages.ts";
import type { View } from "../rendering/view.ts";

/** Longest text of an error that is sent, in characters. */
const MAX_ERROR = 500;

/** Calls a method of a renderer. Returns the answer to the app: the value or the error. */
export async function answer(
  { id, call, method, args }: Call,
  view: View | undefined,
): Promise<Omit<ResultCommand, "cmd">> {
  try {
    const run = view?.renderer.methods?.[method];
    if (view === undefined || run === undefined) throw new Error(`no method ${method}()`);
    // The server has checked the arguments against the declaration of the method.
    const value = (await run(view, args as never)) as Json | undefined | null;
    // Throws if the value is no JSON. The link would keep it, and fail again whenever it sends it again.
    JSON.stringify(value);
    return { id, result: call, ...(value != null && { value }) };
  } catch (error) {
    return { id, result: call, error: textOf(error) };
  }
}

/** Returns what an error says. A renderer of the app may throw anything, such as an object without a prototype. */
function textOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error).slice(0, MAX_ERROR);
  } catch {
    return "an error without a readable message";
  }
}
