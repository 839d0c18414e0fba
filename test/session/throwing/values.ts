import { inspect } from "node:util";
import { runInNewContext } from "node:vm";

const LONG = 20_000_000;
/** Name of the member because of which an object counts as a promise. */
const THEN = "then";

function throwing(): never {
  throw new Error("this cannot be read");
}

/** Returns an Error with a getter that throws in place of one member. */
function unreadable(member: "cause" | "message" | "name" | "stack"): Error {
  return Object.defineProperty(new Error("unreadable"), member, { get: throwing });
}

function revoked<T extends object>(target: T): T {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const TRAPS = Object.fromEntries(
  Object.getOwnPropertyNames(Reflect)
    .filter((name) => typeof Reflect[name as keyof typeof Reflect] === "function")
    .map((name) => [name, throwing]),
) as ProxyHandler<object>;

function cyclic(): object {
  const cycle: { self?: object; list: unknown[] } = { list: [] };
  cycle.self = cycle;
  cycle.list.push(cycle.list);
  return cycle;
}

function errorInItself(): Error {
  const error = new AggregateError([], "in itself");
  error.errors.push(error);
  error.cause = error;
  return error;
}

function deep(): unknown {
  let at: unknown = "end";
  for (let depth = 0; depth < 100_000; depth++) at = [at];
  return at;
}

/** Values that app code may throw, by what is odd about them. Each call of a function makes another value. */
export const VALUES: { readonly [title: string]: () => unknown } = {
  "an Error": () => new Error("plain"),
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  "a symbol": () => Symbol("thrown"),
  "a bigint": () => 12n,
  "a large bigint": () => 1n << 1_000_000n,
  "a text": () => "thrown",
  "a long text": () => "x".repeat(LONG),
  "an Error with a long message": () => new Error("y".repeat(LONG)),
  "a function": () => () => {},
  "a class whose name throws": () => Object.defineProperty(class {}, "name", { get: throwing }),
  "an object": () => ({ code: 5 }),
  "an object without a prototype": () => Object.create(null) as object,
  "an object whose toString throws": () => ({ toString: throwing }),
  "an object whose toString returns an object": () => ({ toString: () => ({}), valueOf: () => ({}) }),
  "an object whose toJSON throws": () => ({ toJSON: throwing }),
  "an object whose Symbol.toPrimitive throws": () => ({ [Symbol.toPrimitive]: throwing }),
  "an object whose Symbol.toStringTag throws": () => Object.defineProperty({}, Symbol.toStringTag, { get: throwing }),
  "an object whose constructor throws": () => Object.defineProperty({}, "constructor", { get: throwing }),
  "an object whose inspect.custom throws": () => ({ [inspect.custom]: throwing }),
  "an object with a getter that throws": () => Object.defineProperty({}, "x", { get: throwing, enumerable: true }),
  "an object whose then throws": () => Object.defineProperty({}, THEN, { get: throwing }),
  "an object in itself": cyclic,
  "a deep array": deep,
  "a revoked proxy": () => revoked({}),
  "a revoked proxy of an Error": () => revoked(new Error("revoked")),
  "a revoked proxy of a function": () => revoked(() => {}),
  "a revoked proxy of an array": () => revoked([]),
  "a proxy that throws": () => new Proxy({}, TRAPS),
  "a proxy of a function that throws": () => new Proxy(() => {}, TRAPS),
  "an Error whose message throws": () => unreadable("message"),
  "an Error whose stack throws": () => unreadable("stack"),
  "an Error whose name throws": () => unreadable("name"),
  "an Error whose cause throws": () => unreadable("cause"),
  "an Error whose message is a symbol": () => Object.assign(new Error(), { message: Symbol("message") }),
  "an Error whose message has no prototype": () => Object.assign(new Error(), { message: Object.create(null) }),
  "an Error whose inspect.custom throws": () => Object.assign(new Error("custom"), { [inspect.custom]: throwing }),
  "an Error whose cause is a revoked proxy": () => new Error("outer", { cause: revoked({}) }),
  "an Error in itself": errorInItself,
  "a frozen Error": () => Object.freeze(new Error("frozen")),
  "an Error of another realm": () => runInNewContext("new TypeError('elsewhere')"),
  "an object of another realm without a prototype": () => runInNewContext("Object.create(null)"),
};
