import type { LayoutProps, Read } from "../../controls/control-props.ts";
import type { Tooltip, TooltipDetails } from "../../values/tooltip.ts";
import { adopt, css, element, setAttribute, setStyle } from "../dom/css.ts";
import { LONG_PRESS } from "../input/gestures.ts";
import { afterUpdate, type Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";
import { positionTooltip, styleTooltip } from "./tooltip-box.ts";

/** Time before a tooltip is shown, in milliseconds. */
const SHOW_DELAY = 500;
/** Time that a tooltip stays after a touch, in milliseconds. */
const SHOW = 1500;
/** Time that a tooltip stays after the pointer has left, in milliseconds. */
const EXIT = 100;

/** Element of the tooltip. All controls share one element, because only one tooltip is shown at a time. */
let tip: HTMLElement | undefined;
/** Control whose tooltip is shown or about to be shown. */
let owner: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Tooltips by control. */
const tips = new WeakMap<Element, TooltipDetails>();
const listening = new WeakSet<Element>();

/** Setter of `tooltip`. Loaded when it is used. */
export const feature: Feature = { tooltip: describeWithTooltip };
afterUpdate.add(tidyTooltip);

/**
 * Setter of `tooltip`. Shows it when the pointer rests on a control or the control gets the focus. Also sets it as the
 * accessible description.
 */
function describeWithTooltip(view: View<LayoutProps<Read>>): void {
  const { root } = view;
  const tooltip: Tooltip | null | undefined = view.props.tooltip;
  const own = typeof tooltip === "string" ? { message: tooltip } : tooltip;
  const details = own && { ...view.scope?.theme.defaults?.Tooltip, ...own };
  const cursor = tips.get(root)?.mouseCursor;
  if (cursor !== undefined || details?.mouseCursor !== undefined) setStyle(root, "cursor", details?.mouseCursor);
  setAttribute(root, "aria-description", details?.excludeFromSemantics === true ? null : details?.message);
  if (details == null) {
    tips.delete(root);
    if (owner === root) hide();
    return;
  }
  tips.set(root, details);
  if (owner === root && tip?.isConnected === true) show(root);
  if (!listening.has(root)) listen(root);
}

function listen(root: HTMLElement): void {
  listening.add(root);
  const anchor = () => tips.get(root);
  root.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType !== "touch") wait(root, anchor()?.waitDuration ?? SHOW_DELAY);
  });
  root.addEventListener("pointerleave", ({ pointerType }) => {
    if (pointerType !== "touch" && owner === root) leave(anchor()?.exitDuration ?? EXIT);
  });
  root.addEventListener("pointerdown", ({ pointerType }) => {
    if (pointerType === "touch" && (anchor()?.triggerMode ?? "longPress") === "longPress") wait(root, LONG_PRESS);
  });
  root.addEventListener("pointerup", ({ pointerType }) => {
    if (pointerType !== "touch" || tips.get(root) === undefined) return;
    if (anchor()?.triggerMode === "tap") show(root);
    if (owner === root) leave(isShown() ? (anchor()?.showDuration ?? SHOW) : 0);
  });
  root.addEventListener("pointercancel", () => owner === root && hide());
  root.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches(":focus-visible")) wait(root, 0);
  });
  root.addEventListener("focusout", () => owner === root && hide());
}

/** Hides the tooltip of a control that is no longer on the page. */
function tidyTooltip(): void {
  if (owner !== undefined && (!owner.isConnected || owner.getClientRects().length === 0)) hide();
}

function hideOnEscape(event: KeyboardEvent): void {
  if (event.key === "Escape") hide();
}

function hideOnPress({ target }: Event): void {
  const isInside = target instanceof Node && owner?.contains(target) === true;
  if (!isInside && owner !== undefined && tips.get(owner)?.tapToDismiss !== false) hide();
}

function wait(root: HTMLElement, ms: number): void {
  if (!tips.has(root)) return;
  clearTimeout(timer);
  if (owner === root && isShown()) return;
  hide();
  owner = root;
  timer = setTimeout(() => show(root), ms);
}

function leave(ms: number): void {
  clearTimeout(timer);
  if (isShown() && ms > 0) timer = setTimeout(hide, ms);
  else hide();
}

function isShown(): boolean {
  return tip?.isConnected === true && tip.matches(":popover-open");
}

function show(root: HTMLElement): void {
  const details = tips.get(root);
  // A popup that the control opened must not be covered by a tooltip.
  if (details === undefined || !root.isConnected || root.querySelector(":popover-open") !== null) return;
  owner = root;
  tip ??= makeTip();
  styleTooltip(tip, details);
  root.closest(".r-window")?.append(tip);
  tip.showPopover();
  positionTooltip(tip, root.getBoundingClientRect(), details);
  document.addEventListener("keydown", hideOnEscape);
  document.addEventListener("pointerdown", hideOnPress);
}

function makeTip(): HTMLElement {
  adopt(styles);
  const made = element("div", "r-tooltip");
  made.popover = "manual";
  made.role = "tooltip";
  // While the pointer is on the tooltip, it stays, so that it can be read with a magnifier.
  made.addEventListener("pointerenter", () => clearTimeout(timer));
  made.addEventListener("pointerleave", () => owner !== undefined && leave(tips.get(owner)?.exitDuration ?? EXIT));
  return made;
}

function hide(): void {
  clearTimeout(timer);
  owner = undefined;
  document.removeEventListener("keydown", hideOnEscape);
  document.removeEventListener("pointerdown", hideOnPress);
  if (isShown()) tip?.hidePopover();
}

const styles = css`
.r-tooltip {
  position: fixed;
  inset: auto;
  margin: 0;
  border: 0;
  padding: 4px 8px;
  max-inline-size: min(320px, 100vi - 16px);
  border-radius: 4px;
  background: var(--r-inversesurface);
  color: var(--r-oninversesurface);
  font: 400 12px/16px var(--r-font);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
`;
