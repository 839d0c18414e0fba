import type { ControlEvent } from "../declaration/event.ts";
import type { AnyControl, Node } from "../tree/node.ts";

/** Passes an event to the subscribers of `events()` and to the handler. Returns what the handler returned. */
export function deliverEvent(node: Node, property: string, event: ControlEvent<AnyControl>): unknown {
  node.extras.eventSubjects?.get(event.name)?.next(event);
  return (node.values[property] as ((event: ControlEvent<AnyControl>) => unknown) | undefined)?.(event);
}
