import { isDeepStrictEqual } from "node:util";
import { RunletError } from "runlet";
import { describe, expect, test } from "vitest";
import { type UserKey, userKeyOf } from "../../src/core/session/user-key.ts";
import { between, pick, seeded } from "../support/random.ts";

class Id {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toJSON() {
    return this.#text;
  }
}
class Entity {
  readonly id = 1;
}
class MoreArray extends Array<unknown> {}
const cycle: { name: string; self?: unknown } = { name: "ann" };
cycle.self = cycle;
const wide = Array.from({ length: 20 }).reduce<object>((inner) => ({ a: inner, b: inner }), { name: "ann" });
const nested = (value: unknown) => ({ id: 1, claims: [{ sub: value }] });
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const throwing = (trap: string) =>
  new Proxy({ id: 1 }, { [trap]: () => throwRevoked() } as ProxyHandler<{ id: number }>);
function throwRevoked(): never {
  throw revoked();
}

/** Returns the error that a user raises, or the key. */
function codeOf(user: unknown, keyOf?: UserKey): string | undefined {
  try {
    return userKeyOf(user, keyOf);
  } catch (error) {
    expect(error).toBeInstanceOf(RunletError);
    expect((error as Error).message).toMatch(/^A user cannot be distinguished from others: .+\. Let authenticate\(\)/);
    return (error as RunletError).code;
  }
}

describe("the key of a user", () => {
  test.each([undefined, null])("%s is an anonymous client", (user) => {
    expect(userKeyOf(user)).toBeUndefined();
    expect(userKeyOf(user, () => "the same for all")).toBeUndefined();
  });

  test.each<[string, unknown, unknown]>([
    ["a text and a number", "1", 1],
    ["0 and an empty text", 0, ""],
    ["an empty text and nobody", "", undefined],
    ["a text that looks like an object", '{"id":1}', { id: 1 }],
    ["a text that looks like a date", { id: 1, at: "Date(0)" }, { id: 1, at: new Date(0) }],
    ["two dates", { id: 1, at: new Date(0) }, { id: 1, at: new Date(1) }],
    ["a list and an object", ["ann"], { 0: "ann" }],
    ["a list and its only member", ["ann"], "ann"],
    ["lists that nest in another way", [["a"], "b"], [["a", "b"]]],
    ["lists in another order", ["a", "b"], ["b", "a"]],
    ["null and a missing member", { id: 1, role: null }, { id: 1 }],
    ["another name of a member", { id: 1, a: 2 }, { id: 1, b: 2 }],
    ["half of an emoji", "\ud83d", "\ud83c"],
    ["quotes in names of members", { 'a":1,"b': 2 }, { a: 1, b: 2 }],
    ["a changed role, unless there is a function", { id: 1, roles: ["a"] }, { id: 1, roles: ["a", "b"] }],
  ])("differs: %s", (_, one, other) => {
    expect(userKeyOf(one)).not.toBe(userKeyOf(other));
  });

  test.each<[string, unknown, unknown]>([
    ["the order of members", { id: 1, name: "ann" }, { name: "ann", id: 1 }],
    ["the order of inner members", { id: 1, of: { a: 1, b: 2 } }, { of: { b: 2, a: 1 }, id: 1 }],
    ["a member that is undefined", { id: 1, role: undefined }, { id: 1 }],
    ["an object without a prototype", Object.assign(Object.create(null), { id: 1 }), { id: 1 }],
    ["equal dates", { id: 1, at: new Date(5) }, { id: 1, at: new Date(5) }],
  ])("is the same: %s", (_, one, other) => {
    expect(userKeyOf(one)).toBe(userKeyOf(other));
  });

  const hiding: readonly [string, unknown][] = [
    ["a class with private fields", new Id("ann")],
    ["a class with fields", new Entity()],
    ["a Map", new Map([["sub", "ann"]])],
    ["a Set", new Set(["ann"])],
    ["a WeakMap", new WeakMap()],
    ["bytes", Buffer.from("ann")],
    ["a boxed text", Object("ann")],
    ["an invalid date", new Date(Number.NaN)],
    ["a date with members", Object.assign(new Date(0), { id: 1 })],
    ["something made like a date", Object.create(Date.prototype)],
    ["an object with a parent", Object.create({ id: "ann" })],
    ["an object with an odd parent", Object.create(Object.create(null, { id: { value: "ann" } }))],
    ["a member under a symbol", { id: 1, [Symbol("id")]: "ann" }],
    ["a member that is not enumerable", Object.defineProperty({ id: 1 }, "sub", { value: "ann" })],
    ["a function", () => "ann"],
    ["an own toJSON()", { id: 1, toJSON: () => "ann" }],
    ["a symbol", Symbol("ann")],
    ["a bigint", 10n],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-0", -0],
    ["a list with gaps", Object.assign(new Array(3), ["ann"])],
    ["a list with a gap and a member of its own", Object.assign(new Array(1), { id: "ann" }, { 1: "x" })],
    ["a list with members", Object.assign(["ann"], { id: 1 })],
    ["a list of a class", MoreArray.from(["ann"])],
    ["a list with undefined", ["ann", undefined]],
    ["a cycle", cycle],
    ["a million paths to one object", wide],
    ["too many values", Array.from({ length: 1001 }, () => "ann")],
    ["a getter that throws", Object.defineProperty({}, "id", { enumerable: true, get: throwRevoked })],
    ["a revoked proxy", revoked()],
    ...["getPrototypeOf", "ownKeys", "get", "getOwnPropertyDescriptor"].map((trap): [string, unknown] => [
      `a proxy whose ${trap} throws`,
      throwing(trap),
    ]),
  ];
  test.each(hiding)("is refused with advice: %s", (_, user) => {
    expect(codeOf(user)).toBe("ambiguous-user");
    expect(codeOf(nested(user))).toBe("ambiguous-user");
    expect(userKeyOf(user, () => "ann")).toBe(userKeyOf(user, () => "ann"));
  });

  test.each<[string, unknown]>([
    ["an empty object", {}],
    ["an empty object in an object", { id: {} }],
    ["an id that is undefined", { id: undefined }],
    ["an empty list", []],
    ["nothing but a date", { since: new Date(0) }],
    ["true", true],
    ["only flags", { isAdmin: true, team: null }],
  ])("is refused, since no text and no number is in it: %s", (_, user) => {
    expect(codeOf(user)).toBe("ambiguous-user");
  });

  test("names the place of what it cannot read, and no value", () => {
    expect(() => userKeyOf({ secret: "s3cret", claims: [{ sub: new Map() }] })).toThrow(
      'user["claims"][0]["sub"] is a Map, which may hide a part of its state',
    );
    expect(() => userKeyOf({ secret: "s3cret", "a\nb": 1n })).toThrow(/^(?!.*s3cret).*user\["a\\nb"\] is a bigint/);
  });

  test("is the same for equal users only, whatever they consist of", () => {
    const random = seeded(7);
    const leaf = () => pick(random, ["", "a", "1", "null", "{}", "é", 0, 1, -1, 1.5, true, false, null, new Date(0)]);
    const make = (depth: number): unknown => {
      const kind = depth === 0 ? 0 : between(random, 0, 2);
      const count = between(random, 0, 3);
      if (kind === 1) return Array.from({ length: count }, () => make(depth - 1));
      if (kind === 2) {
        return Object.fromEntries(
          Array.from({ length: count }, () => [pick(random, ["a", "b", "1"]), make(depth - 1)]),
        );
      }
      return leaf();
    };
    const users = Array.from({ length: 400 }, () => ({ id: 1, of: make(2) }));
    const keys = users.map((user) => userKeyOf(user));
    let same = 0;
    for (const [at, one] of users.entries()) {
      const equal = users.flatMap((other, n) => (isDeepStrictEqual(one, other) ? [n] : []));
      expect([one, keys.flatMap((key, n) => (key === keys[at] ? [n] : []))]).toEqual([one, equal]);
      same += equal.length;
    }
    // Many users are drawn twice, so both answers are tested.
    expect(same).toBeGreaterThan(users.length * 2);
  });
});

describe("the app's own function", () => {
  test("decides alone, also about members that change", () => {
    const byId: UserKey = (user) => (user as { id: number }).id;
    expect(userKeyOf({ id: 1, roles: ["a"] }, byId)).toBe(userKeyOf({ id: 1, seen: new Map() }, byId));
    expect(userKeyOf({ id: 1 }, byId)).not.toBe(userKeyOf({ id: 2 }, byId));
    expect(userKeyOf({ id: 1 }, byId)).not.toBe(userKeyOf({ id: "1" }, byId));
  });

  test.each<[string, () => unknown]>([
    ["an empty text", () => ""],
    ["undefined", () => undefined],
    ["null", () => null],
    ["NaN", () => Number.NaN],
    ["-0", () => -0],
    ["a promise", async () => "ann"],
    ["an object", () => ({ id: 1 })],
    ["a bigint", () => 1n],
    ["a flag", () => true],
    ["a revoked proxy", revoked],
    ["an error", throwRevoked],
  ])("is refused with advice when it gives %s", (_, keyOf) => {
    expect(codeOf({ id: 1 }, keyOf)).toBe("ambiguous-user");
  });
});
