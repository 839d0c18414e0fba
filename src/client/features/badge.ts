import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { badgeBox } from "../dom/badge-box.ts";
import { adopt, css, element } from "../dom/css.ts";
import { type Feature, slotHolders } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

slotHolders.set("badge", badgeBox);

/** Setter of `badge`. Loaded when it is used. */
export const feature: Feature = { badge: showText };

/** Creates the element of a badge, without content. */
export function badgeElement(): HTMLElement {
  return element("span", "r-badge");
}

/** Setter of `badge` when it is a string. A Badge control is a child, and is rendered like any other child. */
function showText({ root, props }: View<LayoutProps<Read>>): void {
  const box = badgeBox(root);
  const known = box.querySelector<HTMLElement>(":scope > .r-badge-text");
  const { badge } = props;
  // Without a badge, the box is removed at the end of the update.
  if (typeof badge !== "string") return known?.remove();
  const shown = known ?? badgeElement();
  shown.classList.add("r-badge-text");
  shown.textContent = badge;
  if (known === null) box.append(shown);
}

adopt(css`
:where(.r-badge-host) { position: relative; }
.r-root .r-badge-host:not(.r-box-scrolls) { overflow: visible !important; }
.r-badge-box.r-badge-box { position: absolute; inset: 0; border-radius: 0; pointer-events: none; z-index: 1; }
.r-badge-at > .r-badge-box.r-badge-box { inset: var(--r-badge-inset, 0); }
.r-badge {
  --r-badge-size: var(--r-badge-large, 16px);
  --r-badge-from-x: calc((100% - var(--r-badge-size)) * var(--r-badge-x, 1) + var(--r-badge-dx, 4px));
  --r-badge-from-y: calc((100% - var(--r-badge-size)) * var(--r-badge-y, 0) + var(--r-badge-dy, -4px));
  display: inline-grid;
  place-content: center;
  inline-size: max-content;
  min-inline-size: var(--r-badge-size);
  block-size: var(--r-badge-size);
  padding: 0 4px;
  border-radius: calc(var(--r-badge-size) / 2);
  background: var(--r-error);
  color: var(--r-onerror);
  font: 500 11px/16px var(--r-font);
  letter-spacing: 0.5px;
  white-space: pre;
}
.r-badge:empty, .r-badge.r-badge-dot {
  --r-badge-size: var(--r-badge-small, 6px);
  --r-badge-from-x: calc((100% - var(--r-badge-size)) * var(--r-badge-x, 1) + var(--r-badge-dx, 0px));
  --r-badge-from-y: calc((100% - var(--r-badge-size)) * var(--r-badge-y, 0) + var(--r-badge-dy, 0px));
  padding: 0;
}
.r-badge-box > .r-badge {
  position: absolute;
  inset-block-start: var(--r-badge-from-y);
  inset-inline-start: var(--r-badge-from-x);
}
.r-badge-box > .r-badge.r-badge-from-left { inset-inline: auto; left: var(--r-badge-from-x); }
@media (forced-colors: active) { .r-badge { outline: 1px solid CanvasText; } }
`);
