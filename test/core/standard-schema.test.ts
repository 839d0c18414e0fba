import { Control, state } from "runlet";
import { spec, type Type } from "runlet/spec";
import { mount } from "runlet/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { payload, value } from "../../src/core/declaration/entries.ts";
import type { Entry } from "../../src/core/declaration/spec.ts";
import type { StandardSchema } from "../../src/core/declaration/standard-schema.ts";
import { callClient } from "../../src/core/update/calls.ts";
import { Card, type Person } from "../support/card.ts";

/** A schema by hand, of a library that the specification allows: a function with the property `~standard`. */
function schema<T>(validate: StandardSchema<unknown, T>["~standard"]["validate"]): StandardSchema<unknown, T> {
  return Object.assign(() => {}, { "~standard": { version: 1 as const, vendor: "byhand", validate } });
}

let card: Card;
beforeEach(() => {
  card = new Card();
});

describe("a property with a schema", () => {
  test("is checked, and the error names the property and the part", () => {
    expect(() => Object.assign(card, { level: "high" })).toThrow(
      /^Card\.level is not valid: Invalid input: expected number, received string\.$/,
    );
    expect(() => {
      card.people = [{ name: "Ann", tags: ["a", 1 as never] }];
    }).toThrow(/^Card\.people\[0\]\.tags\[1\] is not valid: .*string.*\.$/);
    card.level = 3;
    expect(card.level).toBe(3);
    card.level = null;
    expect(card.level).toBeNull();
  });

  test("keeps the assigned value if the schema changes nothing, and the changed value otherwise", () => {
    const people: Person[] = [{ name: "Ann", tags: [] }];
    card.people = people;
    expect(card.people[0]).toBe(people[0]);
    card.people = [{ name: " Bob ", tags: [], age: 7 } as Person];
    expect(card.people).toEqual([{ name: "Bob", tags: [] }]);
    card.name = "  ";
    expect(card.name).toBe("");
  });

  test("gives the client what the schema made of its write", async () => {
    const name = state("");
    card.bind("name", name);
    await using h = mount(card);
    await h.write(card, { name: " Ann " });
    expect(card.name).toBe("Ann");
    expect(name.value).toBe("Ann");
    expect(h.documents()[card.id]).toMatchObject({ name: "Ann" });
    await expect(h.write(card, { name: 7 })).rejects.toThrow(/\.name is not valid: .*: the client's write was refused/);
  });

  test("must accept its default, and its default is what the schema makes of it", () => {
    expect(() => value(z.string().min(3), "a")).toThrow(/^The default "a" is not valid: .*>=3 characters\.$/);
    expect(value(z.string().trim(), " a ").default).toBe("a");
  });
});

test("handlers receive the output of an event's schema", async () => {
  const picked: Date[] = [];
  card.onPick = ({ data }) => void picked.push(data);
  await using h = mount(card);
  await h.fire(card, "pick", "2026-11-27T10:00:00Z");
  expect(picked).toEqual([new Date("2026-11-27T10:00:00Z")]);
  await expect(h.fire(card, "pick", "soon")).rejects.toThrow(/The data of "pick" for Page > Card\[0\] is not valid: /);
});

test("the renderer receives the output of an argument's schema, and the caller that of the result's", async () => {
  const received: unknown[] = [];
  await using h = mount(card, {
    answer: ({ args }) => {
      received.push(args);
      return "done";
    },
  });
  await expect(callClient(card, "turn", { by: "far" })).rejects.toThrow(/turn\(\): the argument\.by is not valid: /);
  const answer = callClient<string>(card, "turn", { by: "2" });
  await h.flush();
  expect(received).toEqual([{ by: 2 }]);
  expect(await answer).toBe("DONE");
});

test("the fields of a payload may have schemas", () => {
  const pair = payload.object<{ name: string; age?: number | undefined }>(
    "Pair",
    { name: z.string().trim(), age: payload.number },
    ["name"],
  );
  expect(pair.check({ name: 1 })?.path).toEqual(["name"]);
  expect(pair.convert?.({ name: " Ann ", age: 3 })).toEqual({ name: "Ann", age: 3 });
});

test("schemas of any form are understood, and a schema that answers later is an error", () => {
  const even = schema<number>((given) =>
    typeof given === "number" && given % 2 === 0
      ? { value: given }
      : { issues: [{ message: "Expected an even number.", path: [{ key: "at" }, 1, Symbol("why")] }] },
  );
  expect(value(even, 2).type.check(4)).toBeUndefined();
  expect(value(even, 2).type.check(3)).toEqual({
    path: ["at", 1, "Symbol(why)"],
    message: "is not valid: Expected an even number",
  });
  const late = schema<number>(async () => ({ issues: [{ message: "No." }] }));
  expect(() => value(late, 1)).toThrow(expect.objectContaining({ code: "async-schema" }) as Error);
  expect(() => value(late, null).type.check(1)).toThrow(/^A byhand schema returned a promise/);
  const broken = schema<number>(async () => Promise.reject(new Error("down")));
  expect(() => value(broken, 1)).toThrow(/must be synchronous/);
});

test("the type of a property is that of the schema's output: neither narrower nor wider", () => {
  const exact: Entry<string> = value(z.string(), "");
  // @ts-expect-error: the schema accepts more than the property's words
  const narrower: Entry<"a" | "b"> = value(z.string(), "a");
  // @ts-expect-error: the schema does not accept all that the property may hold
  const wider: Entry<string | number> = value(z.string(), "");
  // @ts-expect-error: a default that the schema does not accept
  expect(() => value(z.string(), 7)).toThrow("The default 7 is not valid");
  expect([exact, narrower, wider].map((entry) => entry.default)).toEqual(["", "a", ""]);
});

test("a type whose check returns a text, as it did in earlier versions, is an error that shows the present form", () => {
  const old = { name: "old", check: () => " must be new" } as unknown as Type<string>;
  class Old extends Control {
    static override readonly spec: typeof Control.spec = spec({
      parent: Control,
      properties: { wide: value(old, null) } as never,
    });
  }
  expect(() => new Old({ wide: "x" } as never)).toThrow(
    'The check of a Type returned " must be new". It must return { path: [], message: "must be …" }',
  );
});
