import type { Read } from "../../../controls/control-props.ts";
import type { PointerDetails } from "../../../controls/gesture/gesture-details.ts";
import type { GestureDetectorProps } from "../../../controls/gesture/gesture-detector.ts";
import { Detector } from "../../../input/gestures/detector.ts";
import { type GestureHost, type Point, ThrottledReport } from "../../../input/gestures/gesture.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { watchHover } from "../../input/hovering.ts";
import { markPressable } from "../../input/press.ts";
import { watchUsable } from "../../input/usable.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { begin, capture, keepFromScrolling, kindOf } from "./gesture-input.ts";

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

/**
 * Returns what the browser may do with touches. A pan gives way to what scrolls around it. Whether something does is
 * known only when a finger moves: where nothing scrolls, `keepFromScrolling` keeps the browser from trying.
 */
function touchAction(view: DetectorView): string | null {
  const [isWide, isHigh] = [listensToAny(view, "horizontalDrag", DRAGS), listensToAny(view, "verticalDrag", DRAGS)];
  if (isWide && isHigh) return "none";
  const isFree = listensToAny(view, "pan", DRAGS) || listensToAny(view, "scale", DRAGS);
  const axes = isWide ? "pan-y" : isHigh ? "pan-x" : "pan-x pan-y";
  if (isFree) return axes;
  if (isWide || isHigh) return `${axes} pinch-zoom`;
  return listensToAny(view, "doubleTap", ["", "Down", "Cancel"]) ? "manipulation" : null;
}

const isMoved = (action: string | null): boolean => action !== null && action !== "manipulation";

/** Sets which gestures the browser leaves to the app, and whether the element is a button. */
function listen(view: DetectorView): void {
  const { root, props } = view;
  const action = touchAction(view);
  setStyle(root, "touch-action", action);
  const isHeld = isMoved(action) || isLong(view);
  root.classList.toggle("r-gesture-detector-pulled", isHeld);
  if (isHeld) root.addEventListener("touchmove", keep, { passive: false });
  else root.removeEventListener("touchmove", keep);
  if (!view.parts.hasWheel && (view.listensTo("scroll") || listensToAny(view, "scale", DRAGS))) {
    view.parts.hasWheel = true;
    void import("./gesture-wheel.ts").then(({ listenForWheel }) => listenForWheel(view, root, view.parts.host));
  }
  // A click is a pointer's tap, which the detector recognizes itself, so only the look and the role are those of a button.
  const isButton = view.listensTo("tap") && props.excludeFromSemantics !== true;
  markPressable(view, root, isButton);
  root.classList.toggle("r-pressable", isButton);
}

function keep(event: TouchEvent): void {
  const root = event.currentTarget as HTMLElement;
  keepFromScrolling(event, root.style.touchAction.includes("pinch-zoom"));
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
    cancel: () => report.cancel(),
  };
}

/** Reports pointers that hover, and drags with the secondary button. No other gesture competes for these pointers. */
function watchPointers(view: DetectorView, root: HTMLElement, drags: GestureHost, hovers: GestureHost): void {
  const report = (name: string, event: PointerEvent) => view.emit(name, detailsOf(drags, event));
  const hover = trail(view, hovers, "hover");
  const canHover = (event: PointerEvent): boolean => event.pointerType !== "touch" && isAllowed(view, event);
  watchHover(
    view,
    root,
    (isOver, event) => {
      if (isOver) hover.from(event);
      else hover.flush();
      report(isOver ? "enter" : "exit", event);
    },
    ({ pointerType }) => view.props.allowedDevices?.includes(kindOf({ pointerType })) !== false,
  );
  const pan = trail(view, drags, "rightPanUpdate");
  root.addEventListener("pointermove", (event) => {
    if (event.buttons === 0 && canHover(event) && view.listensTo("hover")) hover.add(event);
  });
  watchRightPan(view, root, pan, report);
}

/** Reports drags with the secondary button, from the press to the release. */
function watchRightPan(
  view: DetectorView,
  root: HTMLElement,
  pan: ReturnType<typeof trail>,
  report: (name: string, event: PointerEvent) => void,
): void {
  let last: PointerEvent | undefined;
  let stop: (() => void) | undefined;
  const end = (): void => {
    if (last === undefined) return;
    pan.flush();
    report("rightPanEnd", last);
    forget();
  };
  const forget = (): void => {
    last = undefined;
    pan.cancel();
    stop?.();
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 2 || !isAllowed(view, event) || !listensToAny(view, "rightPan", DRAGS)) return;
    root.setPointerCapture(event.pointerId);
    last = event;
    stop = watchUsable(view, forget);
    pan.from(event);
    report("rightPanStart", event);
  });
  root.addEventListener("pointermove", (event) => {
    if (last === undefined || (event.buttons & 2) === 0) return;
    last = event;
    if (view.listensTo("rightPanUpdate")) pan.add(event);
  });
  root.addEventListener("pointerup", (event) => {
    if (event.button !== 2 || last === undefined) return;
    last = event;
    end();
  });
  root.addEventListener("pointercancel", end);
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
      if (isAllowed(view, event)) begin(detector, view, event);
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
