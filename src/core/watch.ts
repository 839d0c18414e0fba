import type { ErrorPlace } from "./funnel.ts";
import type { Node } from "./node.ts";

/** Sees user code begin and end. */
export interface Watch {
  begin(session: string, kind: ErrorPlace["kind"], name: string, node: Node): void;
  /** What began last has returned: calls nest. */
  end(): void;
}
