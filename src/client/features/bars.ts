import type { Read } from "../../controls/control-props.ts";
import type { ViewProps } from "../../controls/view/view.ts";
import { adopt, css, setAttribute, setStyle } from "../dom/css.ts";
import { px } from "../dom/css-values.ts";
import { type PageFrameParts, placeFloatingButton } from "../parts/page-frame.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

type ButtonProps = Pick<ViewProps<Read>, "floatingActionButtonLocation">;

/** Setter and styles for the bars and the floating action button of a page or view. Loaded when one of them is used. */
export const feature: Feature = { floatingActionButtonLocation: setButtonPlace };

function setButtonPlace({ root, parts, props }: View<ButtonProps>): void {
  const { floatingActionButtonLocation: at } = props;
  const isPlace = typeof at === "string";
  setAttribute(root, "data-button", isPlace ? at : null);
  setStyle(root, "--r-button-x", isPlace || at == null ? null : px(at.x ?? 0));
  setStyle(root, "--r-button-y", isPlace || at == null ? null : px(at.y ?? 0));
  placeFloatingButton(root, parts as PageFrameParts);
}

adopt(css`
.r-page-head { position: sticky; inset-block-start: 0; z-index: 1; }
.r-page-foot { position: sticky; inset-block-end: 0; z-index: 1; }
.r-page-head, .r-page-foot { flex: none; }
:is(.r-page-head, .r-page-foot) > * { display: grid; }
.r-page-bottomAppbar:has(~ .r-page-navigationBar > :not([hidden])),
.r-page-navigationBar:has(> :not([hidden])) ~ .r-page-bottomAppbar { display: none; }
.r-page-floatingActionButton {
  position: absolute;
  inset-inline: 16px;
  inset-block-end: calc(100% + 16px);
  display: flex;
  justify-content: flex-end;
  pointer-events: none;
}
.r-page-floatingActionButton > * { pointer-events: auto; }
[style*="--r-button-x"] > .r-page-foot > .r-page-floatingActionButton {
  inset-inline-end: var(--r-button-x);
  inset-block-end: calc(100% + var(--r-button-y));
}
[data-button^="mini"] > * > .r-page-floatingActionButton { inset-inline: 12px; }
[data-button*="start" i] > * > .r-page-floatingActionButton { justify-content: flex-start; }
[data-button*="center" i] > * > .r-page-floatingActionButton { justify-content: center; }
[data-button$="Docked"] > .r-page-foot > .r-page-floatingActionButton { inset-block-end: 100%; translate: 0 50%; z-index: 1; }
[data-button$="Contained"] > .r-page-foot > .r-page-floatingActionButton {
  inset-block: 0;
  align-items: center;
  z-index: 1;
}
[data-button$="Top"] > .r-page-head > .r-page-floatingActionButton { inset-block-end: 0; translate: 0 50%; }
`);
