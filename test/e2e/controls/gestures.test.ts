import { Button, Container, type Control, GestureDetector, type GestureDetectorProps, type Page, Text } from "runlet";
import { expect, test } from "vitest";
import { EventSpec, eventName } from "../../../src/core/declaration/spec.ts";
import { NODE } from "../../../src/core/tree/node.ts";
import { type Opened, openApp, violations } from "../open.ts";

type Heard = [event: string, data: { readonly [field: string]: unknown } | undefined];

/** Opens a detector of 200 by 200 pixels, and records some of its events, or all. */
async function openDetector(
  events: readonly string[] | "all",
  props: GestureDetectorProps = {},
  around?: (inner: Control) => Control,
) {
  const received: Heard[] = [];
  const detector = new GestureDetector({ width: 200, height: 200, content: new Text({ value: "here" }), ...props });
  for (const [property, entry] of Object.entries(detector[NODE].spec.entries)) {
    const name = eventName(property);
    if (!(entry instanceof EventSpec) || name === "sizeChange" || name === "animationEnd") continue;
    if (events !== "all" && !events.includes(name)) continue;
    Reflect.set(detector, property, ({ data }: { data: never }) => void received.push([name, data]));
  }
  const main = (page: Page) => {
    page.padding = 0;
    page.add(around?.(detector) ?? detector);
  };
  const opened = await openApp(main, { hasTouch: true });
  const names = () => received.map(([name]) => name);
  const last = (name: string) => received.filter(([event]) => event === name).at(-1)?.[1];
  const fingers = await opened.tab.context().newCDPSession(opened.tab);
  /** Sends a touch event. `numbers` are the x and y of each finger in turn. */
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...numbers: number[]) => {
    const touchPoints = numbers.flatMap((x, index) =>
      index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0, id: index }] : [],
    );
    return fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  const close = async () => {
    expect(opened.problems).toEqual([]);
    await opened.app.close();
  };
  return { opened, heard: received, names, last, touch, detector, close };
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a click fires tapDown, tapUp and tap with the position of the pointer", async () => {
  const { opened, names, last, close } = await openDetector(["tap", "tapDown", "tapUp", "tapCancel"]);
  await opened.tab.mouse.click(30, 40);
  await expect.poll(names).toEqual(["tapDown", "tapUp", "tap"]);
  expect(last("tap")).toEqual({ kind: "mouse", localPosition: { x: 30, y: 40 }, globalPosition: { x: 30, y: 40 } });
  expect(await violations(opened)).toEqual([]);
  await close();
});

test("a small movement keeps a tap, and a large one cancels it", async () => {
  const { opened, names, last, close } = await openDetector(["tap", "tapDown", "tapMove", "tapCancel"]);
  const { mouse } = opened.tab;
  await mouse.move(30, 40);
  await mouse.down();
  await mouse.move(35, 42);
  await mouse.up();
  await expect.poll(names).toEqual(["tapDown", "tapMove", "tap"]);
  expect(last("tapMove")).toMatchObject({ delta: { x: 5, y: 2 } });
  await mouse.down();
  await mouse.move(90, 42);
  await mouse.up();
  await expect.poll(names).toEqual(["tapDown", "tapMove", "tap", "tapDown", "tapCancel"]);
  await close();
});

test("Enter and Space fire tap, unless the detector is excluded from semantics", async () => {
  const { opened, names, last, detector, close } = await openDetector(["tap"]);
  const button = opened.tab.getByRole("button", { name: "here" });
  await button.press("Enter");
  await button.press("Space");
  await expect.poll(names).toEqual(["tap", "tap"]);
  expect(last("tap")).toMatchObject({ kind: "unknown", localPosition: { x: 100, y: 100 } });
  detector.excludeFromSemantics = true;
  await expect.poll(() => button.count()).toBe(0);
  await close();
});

test("two taps fire doubleTap, and a single tap waits for a possible second one", async () => {
  const { opened, names, close } = await openDetector(["tap", "doubleTap", "doubleTapDown", "doubleTapCancel"]);
  await opened.tab.mouse.dblclick(30, 40, { delay: 50 });
  await expect.poll(names).toEqual(["doubleTapDown", "doubleTap"]);
  await opened.tab.mouse.click(30, 40);
  expect(names()).toHaveLength(2);
  await expect.poll(names).toEqual(["doubleTapDown", "doubleTap", "tap"]);
  const { mouse } = opened.tab;
  await mouse.click(30, 40);
  await rest(60);
  await mouse.down();
  await mouse.move(90, 90);
  await mouse.up();
  await expect.poll(() => names().slice(3)).toEqual(["doubleTapDown", "doubleTapCancel", "tap"]);
  await close();
});

const PARTS = ["Down", "Cancel", "Start", "", "MoveUpdate", "End", "Up"];

test.each([
  ["longPress", "left", "tap"],
  ["secondaryLongPress", "right", "secondaryTap"],
  ["tertiaryLongPress", "middle", "tertiaryTapUp"],
] as const)("%s fires its events in order, and a short click cancels it", async (name, button, tap) => {
  const { opened, names, last, close } = await openDetector([...PARTS.map((part) => name + part), tap]);
  const { mouse } = opened.tab;
  await mouse.move(30, 40);
  await mouse.down({ button });
  await expect.poll(names).toContain(`${name}Start`);
  await mouse.move(60, 50);
  await mouse.up({ button });
  const all = ["Down", "Start", "", "MoveUpdate", "End", "Up"].map((part) => name + part);
  await expect.poll(names).toEqual(all);
  expect(last(`${name}MoveUpdate`)).toMatchObject({ localPosition: { x: 60 }, offsetFromOrigin: { x: 30, y: 10 } });
  await mouse.click(30, 40, { button });
  await expect.poll(() => names().slice(all.length)).toEqual([`${name}Down`, `${name}Cancel`, tap]);
  await close();
});

test("the secondary and the tertiary button fire their own tap events", async () => {
  const events = [
    "secondaryTapDown",
    "secondaryTapUp",
    "secondaryTap",
    "tertiaryTapDown",
    "tertiaryTapUp",
    "tertiaryTapCancel",
    "secondaryTapCancel",
  ];
  const { opened, names, close } = await openDetector([...events, "tap"]);
  const { mouse } = opened.tab;
  await mouse.click(30, 40, { button: "right" });
  await mouse.click(30, 40, { button: "middle" });
  await expect
    .poll(names)
    .toEqual(["secondaryTapDown", "secondaryTapUp", "secondaryTap", "tertiaryTapDown", "tertiaryTapUp"]);
  for (const button of ["right", "middle"] as const) {
    await mouse.move(30, 40);
    await mouse.down({ button });
    await mouse.move(90, 90);
    await mouse.up({ button });
  }
  await expect
    .poll(() => names().slice(5))
    .toEqual(["secondaryTapDown", "secondaryTapCancel", "tertiaryTapDown", "tertiaryTapCancel"]);
  await close();
});

test("a drag cancels the tap, and reports its start, its updates and its end", async () => {
  const parts = ["Down", "Start", "Update", "End", "Cancel"].map((part) => `pan${part}`);
  const { opened, names, heard: received, last, close } = await openDetector([...parts, "tap"]);
  const { mouse } = opened.tab;
  await mouse.move(30, 40);
  await mouse.down();
  await mouse.move(230, 140, { steps: 20 });
  await mouse.up();
  await expect.poll(names).toContain("panEnd");
  expect([...new Set(names())]).toEqual(["panDown", "panStart", "panUpdate", "panEnd"]);
  const way = received
    .filter(([name]) => name === "panUpdate")
    .map(([, data]) => (data as { localDelta: { x: number } }).localDelta.x);
  const [, start] = received[1] as [string, { localPosition: { x: number } }];
  expect(start.localPosition.x + way.reduce((sum, x) => sum + x, 0)).toBeCloseTo(230);
  expect(last("panEnd")).toMatchObject({ localPosition: { x: 230, y: 140 }, primaryVelocity: null });
  await mouse.click(30, 40);
  await expect.poll(() => names().slice(-3)).toEqual(["panDown", "panCancel", "tap"]);
  await close();
});

test("the direction of a movement decides between a horizontal and a vertical drag", async () => {
  const parts = ["Start", "Update", "End", "Cancel"];
  const { names, last, touch, close } = await openDetector(
    ["horizontalDrag", "verticalDrag"].flatMap((name) => parts.map((part) => name + part)),
  );
  await touch("touchStart", 30, 40);
  for (let y = 50; y <= 140; y += 10) await touch("touchMove", 32, y);
  await touch("touchEnd");
  await expect.poll(names).toContain("verticalDragEnd");
  expect(names()[0]).toBe("horizontalDragCancel");
  expect(last("verticalDragUpdate")).toMatchObject({ localPosition: { y: 140 }, primaryDelta: expect.any(Number) });
  expect(last("verticalDragEnd")).toMatchObject({ localPosition: { y: 140 }, primaryVelocity: expect.any(Number) });
  await touch("touchStart", 30, 40);
  for (let x = 40; x <= 140; x += 10) await touch("touchMove", x, 41);
  await touch("touchEnd");
  await expect.poll(names).toContain("horizontalDragEnd");
  await close();
});

test("two fingers scale and rotate", async () => {
  const { names, last, touch, close } = await openDetector(["scaleStart", "scaleUpdate", "scaleEnd"]);
  await touch("touchStart", 80, 100, 120, 100);
  for (let step = 1; step <= 10; step++) await touch("touchMove", 80 - 4 * step, 100, 120 + 4 * step, 100);
  await expect.poll(() => last("scaleUpdate")).toMatchObject({ pointerCount: 2, verticalScale: 1, rotation: 0 });
  await expect.poll(() => (last("scaleUpdate") as { scale: number }).scale).toBeCloseTo(3);
  await touch("touchMove", 100, 40, 100, 160);
  await expect.poll(() => (last("scaleUpdate") as { rotation: number }).rotation).toBeCloseTo(Math.PI / 2);
  await touch("touchEnd");
  // Lifting the first of the fingers may already end a gesture of two.
  await expect.poll(() => [names().at(-1), last("scaleEnd")]).toMatchObject(["scaleEnd", { pointerCount: 0 }]);
  await close();
});

test("two fingers fire multiTap and multiLongPress", async () => {
  const { heard: received, touch, close } = await openDetector(["multiTap", "multiLongPress"], { multiTapTouches: 2 });
  await touch("touchStart", 80, 100, 120, 100);
  await touch("touchEnd");
  await touch("touchStart", 80, 100);
  await touch("touchEnd");
  await touch("touchStart", 80, 100, 120, 100);
  await expect.poll(() => received.at(-1)).toEqual(["multiLongPress", undefined]);
  await touch("touchEnd");
  await expect
    .poll(() => received)
    .toEqual([
      ["multiTap", true],
      ["multiTap", false],
      ["multiLongPress", undefined],
    ]);
  await close();
});

test("a drag with the secondary button fires only rightPan events", async () => {
  const { opened, names, last, close } = await openDetector(["rightPanStart", "rightPanUpdate", "rightPanEnd"]);
  const { mouse } = opened.tab;
  await mouse.move(30, 40);
  await mouse.down({ button: "right" });
  await mouse.move(300, 300, { steps: 4 });
  await mouse.up({ button: "right" });
  await expect.poll(() => [...new Set(names())]).toEqual(["rightPanStart", "rightPanUpdate", "rightPanEnd"]);
  expect(last("rightPanUpdate")).toMatchObject({ globalPosition: { x: 300, y: 300 } });
  await close();
});

test("a mouse fires enter, hover and exit, and its wheel fires scroll", async () => {
  const { opened, names, last, close } = await openDetector(["enter", "hover", "exit", "scroll"]);
  const { mouse } = opened.tab;
  await mouse.move(30, 40);
  await mouse.move(60, 40);
  await mouse.wheel(0, 120);
  await mouse.move(400, 400);
  await expect.poll(() => [...new Set(names())]).toEqual(["enter", "hover", "scroll", "exit"]);
  expect(last("hover")).toMatchObject({ kind: "mouse", localPosition: { x: 60, y: 40 } });
  expect(last("scroll")).toMatchObject({ scrollDelta: { x: 0, y: 120 }, localPosition: { x: 60, y: 40 } });
  await close();
});

test("the wheel fires scale events if trackpadScrollCausesScale is set", async () => {
  const { opened, last, names, close } = await openDetector(["scaleStart", "scaleUpdate", "scaleEnd", "scroll"], {
    trackpadScrollCausesScale: true,
  });
  await opened.tab.mouse.move(30, 40);
  await opened.tab.mouse.wheel(0, -140);
  await expect.poll(names).toEqual(["scaleStart", "scaleUpdate", "scaleEnd"]);
  expect(last("scaleUpdate")).toMatchObject({ scale: 2 });
  await close();
});

test("input from devices outside of allowedDevices is ignored", async () => {
  const { opened, names, touch, close } = await openDetector(["tap", "enter"], { allowedDevices: ["touch"] });
  await opened.tab.mouse.click(30, 40);
  await touch("touchStart", 30, 40);
  await touch("touchEnd");
  await expect.poll(names).toEqual(["tap"]);
  await close();
});

/** Opens nested controls, and records which of their handlers are called. */
async function nested(make: (log: (name: string) => () => void) => Control) {
  const received: string[] = [];
  const opened: Opened & { app: { close(): Promise<void> } } = await openApp((page) => {
    page.padding = 0;
    page.add(make((name) => () => void received.push(name)));
  });
  return { opened, heard: received };
}

test("a click on a button inside a detector does not tap the detector, and a drag does not click the button", async () => {
  const { opened, heard: received } = await nested(
    (log) =>
      new GestureDetector({
        onTap: log("tap"),
        onPanStart: log("pan"),
        content: new Button({ content: "Go", width: 200, onClick: log("click") }),
      }),
  );
  const { mouse } = opened.tab;
  await mouse.click(100, 20);
  await expect.poll(() => received).toEqual(["click"]);
  await mouse.down();
  await mouse.move(150, 22, { steps: 5 });
  await mouse.up();
  await expect.poll(() => received).toEqual(["click", "pan"]);
  // Events arrive in order: after this click, no further event of the drag can arrive.
  await mouse.click(100, 20);
  await expect.poll(() => received).toEqual(["click", "pan", "click"]);
  await opened.app.close();
});

test("a tap on nested detectors and containers only reaches the innermost one", async () => {
  const { opened, heard: received } = await nested(
    (log) =>
      new Container({
        onClick: log("container"),
        content: new GestureDetector({
          onTap: log("outer"),
          onHorizontalDragStart: log("drag"),
          content: new GestureDetector({
            onTap: log("inner"),
            content: new Text({ value: "here" }),
            width: 200,
            height: 100,
          }),
        }),
      }),
  );
  const { mouse } = opened.tab;
  await mouse.click(100, 20);
  await mouse.down();
  await mouse.move(150, 22, { steps: 5 });
  await mouse.up();
  await expect.poll(() => received).toEqual(["inner", "drag"]);
  await opened.app.close();
});

test("a disabled detector fires no events", async () => {
  const { opened, names, detector, close } = await openDetector("all", { disabled: true });
  await opened.tab.mouse.click(30, 40);
  detector.disabled = false;
  await opened.tab.locator('[role="button"]:not([aria-disabled])').waitFor();
  await opened.tab.mouse.click(30, 40);
  await expect.poll(names).toContain("tap");
  expect(names().filter((name) => name === "tapDown")).toHaveLength(1);
  await close();
});
