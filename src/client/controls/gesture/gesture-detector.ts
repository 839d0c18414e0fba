import type { Read } from "../../../controls/control-props.ts";
import type { PointerDetails } from "../../../controls/gesture/gesture-details.ts";
import type { GestureDetectorProps } from "../../../controls/gesture/gesture-detector.ts";
import { Detector } from "../../../input/gestures/detector.ts";
import { type GestureHost, type Point, ThrottledReport } from "../../../input/gestures/gesture.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { setPressable } from "../../input/press.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { begin, capture, kindOf } from "./gesture-input.ts";
import { listenForWheel } from "./gesture-wheel.ts";

interface DetectorParts extends Parts {
  readonly host: GestureHost;
  hasWheel: boolean;
}

type DetectorView = View<GestureDetectorProps<Read>, DetectorParts>;

const DRAGS = ["Down", "Start", "Update", "End", "Cancel"];
const listensToAny = (view: DetectorView, name: string, parts: readonly string[]): boolean =>
  parts.some((part) => view.listensTo(name + part));

/** Returns the interface through which the recognition of gestures uses a view. */
function hostOf(view: DetectorView, interval: () => number): GestureHost {
  return {
    listensTo: (event) => view.listensTo(event),
    emit: (event, data) => view.emit(event, data),
    local(point) {
      const { left, top } = view.root.getBoundingClientRect();
      return { x: point.x - left, y: point.y - top };
    },
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    capture: (pointer) => capture(view.root, pointer),
    interval,
    multiTapTouches: () => view.props.multiTapTouches ?? 0,
  };
}

/** Sets which gestures the browser leaves to the app, and whether the element is a button. */
function listen(view: DetectorView): void {
  const { root, props } = view;
  const [isWide, isHigh] = [listensToAny(view, "horizontalDrag", DRAGS), listensToAny(view, "verticalDrag", DRAGS)];
  const isFree = listensToAny(view, "pan", DRAGS) || listensToAny(view, "scale", DRAGS) || (isWide && isHigh);
  const isTwice = listensToAny(view, "doubleTap", ["", "Down", "Cancel"]);
  setStyle(
    root,
    "touch-action",
    isFree ? "none" : isWide ? "pan-y pinch-zoom" : isHigh ? "pan-x pinch-zoom" : isTwice ? "manipulation" : null,
  );
  root.classList.toggle("r-gesture-detector-pulled", isFree || isWide || isHigh || isLong(view));
  if (!view.parts.hasWheel && (view.listensTo("scroll") || listensToAny(view, "scale", DRAGS))) {
    view.parts.hasWheel = true;
    listenForWheel(view, root, view.parts.host);
  }
  setPressable(view, root, "tap", view.listensTo("tap") && props.excludeFromSemantics !== true);
}

const LONG = ["", "Down", "Cancel", "Start", "MoveUpdate", "Up", "End"];
function isLong(view: DetectorView): boolean {
  return listensToAny(view, "longPress", LONG);
}

function isAllowed({ props, isDisabled }: DetectorView, event: PointerEvent): boolean {
  return !isDisabled && (props.allowedDevices == null || props.allowedDevices.includes(kindOf(event)));
}

/** Returns the details of a pointer event that are sent to the app. `before` is the position that was reported last. */
function detailsOf(host: GestureHost, event: PointerEvent, before?: Point) {
  const global = { x: event.clientX, y: event.clientY };
  const delta = before === undefined ? null : { x: global.x - before.x, y: global.y - before.y };
  return {
    kind: kindOf(event),
    localPosition: { ...host.local(global) },
    globalPosition: global,
    timestamp: event.timeStamp,
    device: event.pointerId,
    pressure: event.pressure,
    radiusMajor: event.width / 2,
    radiusMinor: event.height / 2,
    orientation: event.azimuthAngle ?? 0,
    tilt: Math.PI / 2 - (event.altitudeAngle ?? Math.PI / 2),
    localDelta: delta,
    globalDelta: delta,
  } satisfies PointerDetails;
}

/**
 * Returns functions that report the path of a pointer. Each report is about the latest event, and contains its distance
 * from the event that was reported before.
 */
function trail(view: DetectorView, host: GestureHost, name: string) {
  let last!: PointerEvent;
  let reported: Point | undefined;
  const report = new ThrottledReport(host, () => {
    view.emit(name, detailsOf(host, last, reported));
    reported = { x: last.clientX, y: last.clientY };
  });
  return {
    from(event: PointerEvent): void {
      reported = { x: event.clientX, y: event.clientY };
    },
    add(event: PointerEvent): void {
      last = event;
      report.schedule();
    },
    flush: () => report.flush(),
  };
}

/** Reports pointers that hover, and drags with the secondary button. No other gesture competes for these pointers. */
function watchPointers(view: DetectorView, root: HTMLElement, drags: GestureHost, hovers: GestureHost): void {
  const report = (name: string, event: PointerEvent) => view.emit(name, detailsOf(drags, event));
  const hover = trail(view, hovers, "hover");
  const canHover = (event: PointerEvent): boolean => event.pointerType !== "touch" && isAllowed(view, event);
  root.addEventListener("pointerenter", (event) => {
    if (!canHover(event)) return;
    hover.from(event);
    report("enter", event);
  });
  root.addEventListener("pointerleave", (event) => {
    if (!canHover(event)) return;
    hover.flush();
    report("exit", event);
  });
  const pan = trail(view, drags, "rightPanUpdate");
  root.addEventListener("pointermove", (event) => {
    if (event.buttons === 0 && canHover(event) && view.listensTo("hover")) hover.add(event);
    if ((event.buttons & 2) !== 0 && isAllowed(view, event) && view.listensTo("rightPanUpdate")) pan.add(event);
  });
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 2 || !isAllowed(view, event) || !listensToAny(view, "rightPan", DRAGS)) return;
    root.setPointerCapture(event.pointerId);
    pan.from(event);
    report("rightPanStart", event);
  });
  root.addEventListener("pointerup", (event) => {
    if (event.button !== 2 || !isAllowed(view, event)) return;
    pan.flush();
    report("rightPanEnd", event);
  });
}

/** Emits a tap without a pointer: by keyboard, or by a screen reader. */
function tapWithout(view: DetectorView, host: GestureHost): void {
  const { left, top, width, height } = view.root.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  view.emit("tap", { kind: "unknown", localPosition: { ...host.local(middle) }, globalPosition: middle });
}

/** A control that reports gestures on its content. */
export const renderer: Renderer<GestureDetectorProps<Read>, DetectorParts> = {
  create(view) {
    const root = element("div", "r-gesture-detector r-box-cell");
    const drags = hostOf(view, () => view.props.dragInterval ?? 0);
    const hovers = hostOf(view, () => view.props.hoverInterval ?? 0);
    const detector = new Detector(drags);
    root.addEventListener("pointerdown", (event) => {
      if (isAllowed(view, event)) begin(detector, root, event);
    });
    watchPointers(view, root, drags, hovers);
    root.addEventListener("click", (click) => {
      const isOwn = view.listensTo("tap") || listensToAny(view, "doubleTap", ["", "Down", "Cancel"]) || isLong(view);
      if (!isOwn) return;
      click.stopPropagation();
      if (click.detail === 0 && click.target === root) tapWithout(view, drags);
    });
    root.addEventListener("keydown", (key) => {
      const isPress = key.target === root && (key.key === "Enter" || key.key === " ") && view.listensTo("tap");
      if (!isPress) return;
      key.preventDefault();
      tapWithout(view, drags);
    });
    root.addEventListener("contextmenu", (menu) => {
      const isOwn = ["secondaryTap", "secondaryLongPress"].some((name) => listensToAny(view, name, LONG));
      const isHeld = (menu as PointerEvent).pointerType === "touch" && isLong(view);
      if (isOwn || isHeld || listensToAny(view, "rightPan", DRAGS)) menu.preventDefault();
    });
    root.addEventListener("mousedown", (press) => {
      const isOwn = ["tertiaryTap", "tertiaryLongPress"].some((name) => listensToAny(view, name, LONG));
      // Otherwise, the middle button would start scrolling.
      if (press.button === 1 && isOwn) press.preventDefault();
    });
    // Otherwise, the browser would drag a draggable element, such as an image.
    root.addEventListener("dragstart", (drag) => {
      if (root.classList.contains("r-gesture-detector-pulled")) drag.preventDefault();
    });
    return { root, host: drags, hasWheel: false };
  },
  disabled: listen,
  props: {
    mouseCursor: ({ root, props }) => setStyle(root, "cursor", props.mouseCursor),
    excludeFromSemantics: listen,
    onTap: listen,
    onScroll: listen,
    ...handlers("onDoubleTap", ["", "Down", "Cancel"]),
    ...handlers("onLongPress", LONG),
    ...handlers("onHorizontalDrag", DRAGS),
    ...handlers("onVerticalDrag", DRAGS),
    ...handlers("onPan", DRAGS),
    ...handlers("onScale", DRAGS),
  },
};

function handlers(name: string, parts: readonly string[]): { [handler: string]: typeof listen } {
  return Object.fromEntries(parts.map((part) => [name + part, listen]));
}

adopt(css`
.r-gesture-detector-pulled { user-select: none; -webkit-user-select: none; -webkit-touch-callout: none; }
`);
