import { expect, test } from "vitest";
import { Arena } from "../../src/input/gestures/arena.ts";
import { Detector } from "../../src/input/gestures/detector.ts";
import type { GestureHost, Point, Sample } from "../../src/input/gestures/gesture.ts";

/** Nested detectors, the inner one first, with a finger and a clock that the test moves. */
function hand(events: readonly (readonly string[])[], interval = 0) {
  const received: [index: number, event: string, data: unknown][] = [];
  const waiting = new Map<() => void, number>();
  let now = 0;
  let arena = new Arena();
  const hostOf = (own: readonly string[], index: number): GestureHost => ({
    listensTo: (event) => own.includes(event),
    emit: (event, data) => void (own.includes(event) && received.push([index, event, data])),
    local: ({ x, y }) => ({ x: x - 10, y: y - 10 }),
    after(ms, run) {
      const entry = (): void => run();
      waiting.set(entry, now + ms);
      return () => waiting.delete(entry);
    },
    capture() {},
    interval: () => interval,
    multiTapTouches: () => 2,
  });
  const detectors = events.map((own, index) => new Detector(hostOf(own, index)));
  const wait = (ms: number): void => {
    const until = now + ms;
    for (;;) {
      const next = [...waiting].filter(([, at]) => at <= until).toSorted(([, a], [, b]) => a - b)[0];
      if (next === undefined) break;
      waiting.delete(next[0]);
      now = next[1];
      next[0]();
    }
    now = until;
  };
  const sample = ({ x, y }: Point): Sample => ({ pointer: 1, kind: "touch", button: "primary", x, y, time: now });
  return {
    received,
    names: () => received.map(([index, event]) => (events.length === 1 ? event : `${index} ${event}`)),
    wait,
    down(x: number, y: number): void {
      arena = new Arena();
      for (const detector of detectors) detector.down(sample({ x, y }), arena);
      arena.close();
    },
    move(x: number, y: number, ms = 10): void {
      wait(ms);
      for (const detector of detectors) detector.move(sample({ x, y }));
    },
    up(x: number, y: number): void {
      for (const detector of detectors) detector.up(sample({ x, y }));
      arena.sweep();
    },
    /** The browser takes the pointer away. */
    cancel(x: number, y: number): void {
      arena.abandon();
      for (const detector of detectors) detector.cancel(sample({ x, y }));
    },
    /** The first detector's control is hidden or disabled. */
    reset: () => detectors[0]?.reset(),
  };
}

test("a tap starts at once, or after a tenth of a second if a long press is possible too", () => {
  const alone = hand([["tapDown", "tap"]]);
  alone.down(20, 20);
  expect(alone.names()).toEqual(["tapDown"]);
  const withLongPress = hand([["tapDown", "tap", "tapCancel", "longPress"]]);
  withLongPress.down(20, 20);
  expect(withLongPress.names()).toEqual([]);
  withLongPress.wait(100);
  expect(withLongPress.names()).toEqual(["tapDown"]);
  withLongPress.wait(400);
  expect(withLongPress.names()).toEqual(["tapDown", "tapCancel", "longPress"]);
});

test("a drag reports distance and speed, limited by the interval, and always the last position", () => {
  const { received, names, down, move, up } = hand(
    [["tap", "horizontalDragStart", "horizontalDragUpdate", "horizontalDragEnd"]],
    100,
  );
  down(20, 20);
  for (let x = 30; x <= 120; x += 10) move(x, 21);
  up(120, 21);
  expect(names()).toEqual(["horizontalDragStart", "horizontalDragUpdate", "horizontalDragUpdate", "horizontalDragEnd"]);
  const [start, first, last, end] = received.map(([, , data]) => data);
  expect(start).toMatchObject({ globalPosition: { x: 40, y: 21 }, localPosition: { x: 30, y: 11 } });
  expect(first).toMatchObject({ primaryDelta: 10 });
  expect(last).toMatchObject({ primaryDelta: 70, globalPosition: { x: 120 } });
  expect(end).toMatchObject({ primaryVelocity: 1000, velocity: { x: 1000, y: expect.closeTo(10) } });
});

test("a pointer that rests before it is lifted has no velocity", () => {
  const { received, down, move, up, wait } = hand([["panEnd"]]);
  down(20, 20);
  for (let x = 30; x <= 120; x += 10) move(x, 21);
  wait(500);
  up(120, 21);
  expect(received.at(-1)?.[2]).toMatchObject({ velocity: { x: 0, y: 0 } });
});

test("of nested detectors, the inner one gets the tap, and the first one that is sure wins", () => {
  const taps = hand([
    ["tap", "tapCancel"],
    ["tap", "tapDown", "tapCancel"],
  ]);
  taps.down(20, 20);
  taps.wait(120);
  taps.up(20, 20);
  expect(taps.names()).toEqual(["1 tapDown", "1 tapCancel", "0 tap"]);
  const outer = hand([["tap", "tapCancel"], ["verticalDragStart"]]);
  outer.down(20, 20);
  outer.move(20, 60);
  outer.up(20, 60);
  expect(outer.names()).toEqual(["1 verticalDragStart"]);
});

test("a tap waits for a second one only with a doubleTap listener, and a distant second tap does not count", () => {
  const { names, down, up, wait } = hand([["tap", "doubleTap"]]);
  const tap = (x: number): void => {
    down(x, 20);
    wait(50);
    up(x, 20);
  };
  tap(20);
  wait(100);
  tap(20);
  expect(names()).toEqual(["doubleTap"]);
  tap(20);
  wait(100);
  tap(300);
  expect(names()).toEqual(["doubleTap", "tap"]);
  wait(300);
  expect(names()).toEqual(["doubleTap", "tap", "tap"]);
});

test("one finger that moves scales by one", () => {
  const { received, down, move, up } = hand([["scaleStart", "scaleUpdate", "scaleEnd"]]);
  down(20, 20);
  move(60, 20);
  up(60, 20);
  expect(received.map(([, event]) => event)).toEqual(["scaleStart", "scaleUpdate", "scaleEnd"]);
  expect(received[1]?.[2]).toMatchObject({ scale: 1, rotation: 0, focalPointDelta: { x: 40, y: 0 }, pointerCount: 1 });
});

const ALL = ["tapDown", "tapUp", "tap", "tapCancel", "panDown", "panStart", "panEnd", "panCancel", "longPressStart"];

test("a pointer that is taken away cancels all that has not won, and ends what has", () => {
  const undecided = hand([[...ALL, "longPressCancel", "verticalDragStart", "verticalDragCancel"]]);
  undecided.down(20, 20);
  undecided.wait(120);
  undecided.cancel(20, 20);
  expect(undecided.names()).toEqual([
    "panDown",
    "tapDown",
    "tapCancel",
    "longPressCancel",
    "verticalDragCancel",
    "panCancel",
  ]);
  const dragged = hand([ALL]);
  dragged.down(20, 20);
  dragged.move(80, 20);
  dragged.cancel(80, 20);
  expect(dragged.names()).toEqual(["panDown", "panStart", "panEnd"]);
  expect(dragged.received.at(-1)?.[2]).toMatchObject({ globalPosition: { x: 80, y: 20 } });
  const pressed = hand([["longPressStart", "longPressEnd", "longPressUp", "longPressCancel"]]);
  pressed.down(20, 20);
  pressed.wait(600);
  pressed.cancel(20, 20);
  expect(pressed.names()).toEqual(["longPressStart", "longPressEnd", "longPressUp"]);
});

test.each([
  ["a tap", 120, 0],
  ["a pan", 10, 60],
  ["a long press", 600, 0],
  ["a pinch", 10, 60],
])("what is reset during %s reports nothing more until the next press", (name, wait, by) => {
  const scales = ["scaleStart", "scaleUpdate", "scaleEnd"];
  const { names, down, wait: rest, move, up, reset } = hand([name === "a pinch" ? scales : [...ALL, "longPressEnd"]]);
  down(20, 20);
  rest(wait);
  if (by > 0) move(20 + by, 20);
  const before = names().length;
  expect(before).toBeGreaterThan(0);
  reset();
  move(20 + by + 30, 20);
  up(20 + by + 30, 20);
  rest(1000);
  expect(names()).toHaveLength(before);
  down(20, 20);
  move(80, 20);
  up(80, 20);
  expect(names().length).toBeGreaterThan(before);
});

test("when the inner control is reset, the outer one takes the tap", () => {
  const { names, down, reset, up } = hand([["tap", "tapDown", "tapCancel"], ["tap"]]);
  down(20, 20);
  reset();
  up(20, 20);
  expect(names()).toEqual(["1 tap"]);
});
