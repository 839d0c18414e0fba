import type { Read } from "../../../controls/control-props.ts";
import type { GestureDetectorProps } from "../../../controls/gesture/gesture-detector.ts";
import { type GestureHost, ThrottledReport } from "../../../input/gestures/gesture.ts";
import { watchUsable } from "../../input/usable.ts";
import type { Parts } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Pixels per unit of `deltaMode`: a pixel, a line and a page. */
const UNITS: readonly number[] = [1, 16, 400];
/** Distance in pixels that a wheel turns until the scale has doubled. */
const DOUBLING = 140;
/** Time in milliseconds after which a pinch on a trackpad has ended. Browsers have no event for that. */
const PAUSE = 200;

/** Listens to wheels and trackpads. A pinch on a trackpad arrives as a wheel event with Ctrl. */
export function listenForWheel<E extends Parts>(
  view: View<GestureDetectorProps<Read>, E>,
  root: HTMLElement,
  host: GestureHost,
): void {
  let scrolled = { x: 0, y: 0 };
  let last!: WheelEvent;
  let scale: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const position = () => {
    const global = { x: last.clientX, y: last.clientY };
    return { local: { ...host.local(global) }, global };
  };
  const scrolls = new ThrottledReport(host, () => {
    const { local, global } = position();
    view.emit("scroll", { localPosition: local, globalPosition: global, scrollDelta: scrolled });
    scrolled = { x: 0, y: 0 };
  });
  const grip = () => {
    const { local, global } = position();
    return { localFocalPoint: local, globalFocalPoint: global, pointerCount: 2, timestamp: last.timeStamp };
  };
  const scales = new ThrottledReport(host, () => {
    const all = { scale: scale ?? 1, horizontalScale: scale ?? 1, verticalScale: scale ?? 1 };
    view.emit("scaleUpdate", { ...grip(), ...all, focalPointDelta: { x: 0, y: 0 }, rotation: 0 });
  });
  let stop: (() => void) | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    scales.cancel();
    scale = undefined;
    stop?.();
  };
  const finish = (): void => {
    scales.flush();
    forget();
    view.emit("scaleEnd", { pointerCount: 0, velocity: { x: 0, y: 0 } });
  };
  root.addEventListener(
    "wheel",
    (event) => {
      if (view.isDisabled) return;
      const unit = UNITS[event.deltaMode] ?? 1;
      const [x, y] = [event.deltaX * unit, event.deltaY * unit];
      last = event;
      const isScale = event.ctrlKey || view.props.trackpadScrollCausesScale === true;
      if (isScale && ["scaleStart", "scaleUpdate", "scaleEnd"].some((name) => view.listensTo(name))) {
        // Otherwise, the browser would zoom the page.
        event.preventDefault();
        if (scale === undefined) {
          stop = watchUsable(view, forget);
          view.emit("scaleStart", grip());
        }
        scale = (scale ?? 1) * 2 ** (-y / DOUBLING);
        scales.schedule();
        clearTimeout(timer);
        timer = setTimeout(finish, PAUSE);
        return;
      }
      if (!view.listensTo("scroll")) return;
      scrolled = { x: scrolled.x + x, y: scrolled.y + y };
      scrolls.schedule();
    },
    { passive: false },
  );
}
