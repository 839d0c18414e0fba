import { RunletError } from "./errors.ts";
import { type Node, pathOf } from "./node.ts";

/** Returns the error for a control that is in two places. */
export function duplicate(node: Node, child: Node): RunletError {
  return new RunletError(
    "duplicate-control",
    `${pathOf(child)} is already on the page and was put into ${pathOf(node)} too. ` +
      "One instance can be in only one place: take it out of the first place, or make a second instance. " +
      "It was left out of the second.",
  );
}

/** Returns the error for a control that is on the page of another session. */
export function foreign(node: Node, child: Node): RunletError {
  return new RunletError(
    "foreign-control",
    `${child.control.constructor.name}, which is on the page of another session, was put into ${pathOf(node)}. ` +
      "Make an instance for each session. It was left out.",
  );
}

/** Returns the error for a control that was put into one of its own descendants. */
export function cycle(node: Node, child: Node): RunletError {
  return new RunletError(
    "control-cycle",
    `${child.control.constructor.name} was put into ${pathOf(node)}, which is inside it. It was left out.`,
  );
}
