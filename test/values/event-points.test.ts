import { type ControlEvent, GestureDetector, type TapDetails } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { EventSpec } from "../../src/core/declaration/spec.ts";

type Fields = { [name: string]: unknown };

/** Events with data that contains points, by `Control.event`, with an example of the data. */
const events = new Map<string, { readonly spec: EventSpec<unknown>; readonly example: Fields }>();
for (const { type, class: control } of await loadControls()) {
  for (const [name, spec] of Object.entries(control.spec.entries)) {
    const example = spec instanceof EventSpec ? spec.payload.example?.() : undefined;
    if (spec instanceof EventSpec && pointsOf(example).length > 0) {
      events.set(`${type}.${name}`, { spec, example: example as Fields });
    }
  }
}

function pointsOf(data: unknown): string[] {
  if (typeof data !== "object" || data === null) return [];
  const isPoint = (value: unknown) => typeof value === "object" && value !== null && "x" in value;
  return Object.entries(data).flatMap(([name, value]) => (isPoint(value) ? [name] : []));
}

test("events with points are found", () => {
  expect(events.size).toBeGreaterThan(40);
  expect(events.get("Container.onTapDown")?.example).toMatchObject({ globalPosition: { x: 8, y: 8 } });
});

test.each([...events])("each point in the data of %s has both coordinates", (_, { spec, example }) => {
  expect(spec.payload.check(example)).toBeUndefined();
  for (const name of pointsOf(example)) {
    for (const axis of ["x", "y"]) {
      const point = Object.fromEntries(Object.entries(example[name] as Fields).filter(([key]) => key !== axis));
      expect(spec.payload.check({ ...example, [name]: point })?.path).toEqual([name, axis]);
    }
  }
});

test("a handler computes with coordinates without a check for undefined, and the testing kit sends them", async () => {
  const sums: number[] = [];
  const handler = ({ data }: ControlEvent<GestureDetector, TapDetails>) => {
    const x: number = data.localPosition.x;
    sums.push(x + data.localPosition.y + data.globalPosition.x + data.globalPosition.y);
  };
  const detector = new GestureDetector({ onTapDown: handler, onTapUp: handler, onTap: handler });
  await using h = mount(detector);
  await h.tap(detector);
  expect(sums).toEqual([0, 0, 0]);
});
