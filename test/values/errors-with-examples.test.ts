import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import type { Type } from "../../src/core/declaration/types.ts";
import * as valueTypes from "../../src/spec/value-types.ts";
import { valuesOf } from "../support/values.ts";

/** Types that need no example, because their names say it all. */
const PLAIN = /^must be (?:a string|a number|a whole number|true or false), not /;
/** Values that are wrong for all properties or for most. The first that a property refuses is tried. */
const WRONG: readonly unknown[] = [Symbol("no"), "\u0000no such word", -77.5];
/** Examples in a message: numbers with a unit, texts in quotes, arrays and objects with at most one more level, and `true`. */
const EXAMPLES = /(?<=such as )[\d.]+(?=,|$)|"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\}|\btrue\b/g;

/** Returns the values that a message names as examples, without the wrong value at its end. */
function examplesIn(message: string): unknown[] {
  const wanted = message.slice(0, message.lastIndexOf(", not "));
  return [...wanted.matchAll(EXAMPLES)].map(([code]) => {
    const value: unknown = runInNewContext(`(${code})`);
    // Objects of another context have another prototype.
    return structuredClone(JSON.parse(JSON.stringify(value)));
  });
}

const types = new Map<string, Type<unknown>>();
const exported = new Map<string, unknown>(Object.entries(valueTypes));
for (const type of Object.values(valueTypes)) {
  if (typeof type === "object") types.set(type.name, type as unknown as Type<unknown>);
}
for (const { class: control } of await loadControls()) {
  for (const entry of Object.values(control.spec.entries)) {
    if (entry instanceof Prop) types.set(entry.type.name, entry.type);
  }
}

describe("a wrong value of a property is answered with what is taken, and with an example that is valid", () => {
  test.each([...types])("%s", (_, type) => {
    for (const wrong of WRONG) {
      const problem = type.check(wrong);
      if (problem === undefined) continue;
      expect(problem.path).toEqual([]);
      if (PLAIN.test(problem.message) || problem.message.startsWith("must be at ")) continue;
      expect(problem.message).toMatch(/^must be .*, not /);
      const examples = examplesIn(problem.message);
      expect(examples.filter((example) => type.check(example) !== undefined)).toEqual([]);
      expect(examples.length, problem.message).toBeGreaterThan(0);
      expect(problem.message.length).toBeLessThan(420);
    }
  });
});

test.each<[keyof typeof valueTypes, unknown, string]>([
  [
    "paddingType",
    "8px",
    'must be a number, or an object such as { left: 8, top: 4 } or { horizontal: 8, vertical: 4 }, not "8px"',
  ],
  ["alignmentType", "centre", '"bottomRight", or an object such as { x: 0, y: -1 }, not "centre" (is "center" meant?)'],
  ["animationCurveType", "ease-in-out", '"easeInOut" | '],
  ["animationCurveType", "ease-in-out", ' | … (42 in all), not "ease-in-out" (is "easeInOut" meant?)'],
  ["mouseCursorType", "pointer", '(is "click" meant?)'],
  ["mouseCursorType", "grabing", '(is "grabbing" meant?)'],
  ["colorType", "gren", '(is "green" meant?)'],
  ["borderType", "outlin", 'or { bottom: 1 }, not "outlin" (is "outline" meant?)'],
  ["animateType", "300ms", "must be true or false, a number of milliseconds, such as 300, or an object such as { "],
  ["durationType", { seconds: 2 }, "must be a number of milliseconds, such as 300, not { seconds }"],
  ["rotateType", "45deg", "must be a number of radians, such as 0.5, or an object such as { angle: 0.5, "],
  ["fontWeightType", 650, "must be one of "],
])("%s: %j", (name, wrong, message) => {
  expect((exported.get(name) as Type<unknown>).check(wrong)?.message).toContain(message);
});

test("a long list of choices is cut to the five that are nearest", () => {
  const { message } = valueTypes.animationCurveType.check("easeOutCubik") ?? { message: "" };
  expect(message.match(/"\w+" \|/g)).toHaveLength(5);
  expect(message).toMatch(/^must be one of "easeOutCubic" \| /);
});

test("an unknown field is answered with the fields, and with the one that was meant", () => {
  expect(valueTypes.paddingType.check({ lefft: 1 })).toEqual({
    path: ["lefft"],
    message: 'is not a field of Padding (left, top, right, bottom, horizontal, vertical) (is "left" meant?)',
  });
});

test("the quick look of a union at the kind of a value refuses no valid value", () => {
  let valid = 0;
  for (const type of types.values()) {
    for (const value of [type.example?.(), ...valuesOf(new Prop<unknown>(type, Symbol("none")), 20)]) {
      if (type.check(value) !== undefined) continue;
      valid++;
      expect(type.isKind?.(value) ?? true, `${type.name} ${JSON.stringify(value)}`).toBe(true);
    }
  }
  expect(valid).toBeGreaterThan(500);
});

test("the walk finds the types of all properties", () => {
  expect(types.size).toBeGreaterThan(100);
});
