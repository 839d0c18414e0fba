import { type AnyControl, ensureExtras, isControl, NODE, type Scope } from "../tree/node.ts";
import { RunletError } from "./errors.ts";
import { sameLetters, suggestProperty, toCamelCase, unknownProperty } from "./name-hints.ts";
import { ReactiveControl } from "./reactive-control.ts";

/** Names that have no accessor, and belong to every control. */
const KNOWN: ReadonlySet<string> = new Set(["key", "data", "didCatch", "didReceive"]);
let isOn = false;
/** Assignments that were reported, by class and name: one report of each is enough. */
const reported = new WeakMap<object, Set<string>>();

/**
 * Reports assignments to names that a control does not have, such as `page.bgColor = "red"`, from now on and for the
 * whole process. JavaScript would only create a member that nothing shows. For development: an object at the end of the
 * prototype chain sees each such assignment, and makes it slower.
 */
export function reportUnknownAssignments(): void {
  if (isOn) return;
  isOn = true;
  Object.setPrototypeOf(ReactiveControl.prototype, new Proxy({}, { set: assign, get: read }));
}

/** Throws if a member is read by its name in Flet, such as `update_async` or `add_async`. Others are undefined. */
function read(target: object, name: string | symbol, receiver: object): unknown {
  if (typeof name === "string" && name.includes("_") && isControl(receiver)) {
    const member = toCamelCase(name).replace(/Async$/, "");
    if (member !== name && member in receiver) {
      const place = `${receiver.constructor.name}.${name}`;
      throw new RunletError(
        "old-name",
        `${place} is ${member} here, in camel case, and the same for sync and async code.`,
      );
    }
  }
  return Reflect.get(target, name, receiver);
}

function assign(_: object, name: string | symbol, value: unknown, receiver: object): boolean {
  // A name that begins with an underscore is private to a class of the app.
  const isPublic = typeof name === "string" && !name.startsWith("_") && !KNOWN.has(name);
  if (isPublic && isControl(receiver)) check(receiver, name);
  return Reflect.defineProperty(receiver, name, { value, writable: true, enumerable: true, configurable: true });
}

function check(control: AnyControl, name: string): void {
  const known = reported.get(control.constructor);
  if (known?.has(name) === true) return;
  const error = problemWith(control, name);
  if (error === undefined) return;
  reported.set(control.constructor, (known ?? new Set()).add(name));
  const node = control[NODE];
  const report = ({ funnel }: Scope) => {
    if (funnel.isDevelopment) funnel.report(error, "tree", name, node);
  };
  if (node.session !== undefined) report(node.session);
  else (ensureExtras(node).queuedCalls ??= []).push(report);
}

/**
 * Returns the error for an assignment, if the name is a mistake. A class of the app may have members of its own that it
 * creates by an assignment, so there only another spelling of a property counts.
 */
function problemWith(control: AnyControl, name: string): RunletError | undefined {
  const { spec } = control[NODE];
  const isOwnClass = !Object.hasOwn(control.constructor, "spec");
  const meant = isOwnClass ? sameLetters(spec, name) : suggestProperty(spec, name);
  if (isOwnClass && meant === undefined) return undefined;
  const { message } = unknownProperty(control[NODE], name);
  return new RunletError(
    "unknown-property",
    `${message} For data of your own, declare a class field, or use \`data\`.`,
  );
}
