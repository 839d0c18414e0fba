import type { ErrorPlace } from "./funnel.ts";
import type { Node } from "./node.ts";

/** Observer of when app code starts and returns. Calls are nested. */
export interface Watch {
  begin(session: string, kind: ErrorPlace["kind"], name: string, node: Node): void;
  /** Called when the callback that started last has returned. */
  end(): void;
}
