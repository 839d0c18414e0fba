import type { IconButtonProps } from "../controls/icon-button.ts";
import type { Read } from "../core/control-props.ts";
import { adopt, css, element, setAttribute } from "./css.ts";
import { listenForFocus, listenForHover, listenForLongPress } from "./gestures.ts";
import { describeInside, focusSoon, setLinkOrNone } from "./inner.ts";
import type { Parts, Setter } from "./renderer.ts";
import type { View } from "./view.ts";

/** The elements of a button of whatever kind. */
export interface PressParts extends Parts {
  /** What is pressed. With a URL it is a link, so it may become another element; the root stays. */
  press: HTMLButtonElement | HTMLAnchorElement;
}

type Has<K extends keyof IconButtonProps> = Pick<IconButtonProps<Read>, K>;

/** Makes the elements of a button, with what stands in it, and tells of clicks. */
export function makePressParts(
  view: View<Has<"url">, PressParts>,
  variety: string,
  ...content: (Node | string)[]
): PressParts {
  const root = element("div", `r-button ${variety}`);
  const press = makePress(view.props.url != null);
  press.append(...content);
  root.append(press);
  root.addEventListener("click", (click) => {
    click.stopPropagation();
    view.emit("click");
  });
  return { root, press };
}

/** The setter of `url`, and of being disabled: where a press leads, and whether it can be pressed. */
export function setTarget({ parts, props, isDisabled }: View<Has<"url">, PressParts>): void {
  const isLink = props.url != null;
  const hadFocus = parts.press === document.activeElement;
  if (isLink !== parts.press instanceof HTMLAnchorElement) replacePress(parts, isLink);
  if (parts.press instanceof HTMLButtonElement) parts.press.disabled = isDisabled;
  else setLinkOrNone(parts.press, props.url, isDisabled);
  if (hadFocus) parts.press.focus();
}

/**
 * What a screen reader says of a button that says nothing itself: its tooltip or, without one, what its icon is called.
 * Of one that is named, the tooltip is a description. The setter of all that counts for it.
 */
export function setPressName(view: View<Has<"icon" | "tooltip">, PressParts>, isNamed: boolean): void {
  const { press } = view.parts;
  const { icon } = view.props;
  describeInside(view, press);
  const name = typeof icon === "string" ? icon.replace(/^cupertino_|_(outlined|rounded|sharp)$/g, "") : null;
  const label = press.getAttribute("aria-description") ?? name?.replaceAll("_", " ");
  setAttribute(press, "aria-label", isNamed ? null : label);
  if (!isNamed) press.removeAttribute("aria-description");
}

/** Setters that all buttons share. */
export const pressSetters: {
  readonly [K in "autofocus" | "onLongPress" | "onHover" | "onFocus" | "onBlur"]: Setter<Has<"autofocus">, PressParts>;
} = {
  autofocus({ parts, props }) {
    if (props.autofocus === true) focusSoon(parts.press);
  },
  onLongPress: listenForLongPress,
  onHover: listenForHover,
  onFocus: listenForFocus,
  onBlur: listenForFocus,
};

/** What the app may ask of any button with `focus()`. */
export const pressMethods: { readonly focus: (view: View<unknown, PressParts>) => void } = {
  focus: ({ parts }) => parts.press.focus(),
};

function replacePress(parts: PressParts, isLink: boolean): void {
  const next = makePress(isLink);
  for (const name of ["aria-description", "aria-label"]) setAttribute(next, name, parts.press.getAttribute(name));
  next.append(...parts.press.childNodes);
  parts.press.replaceWith(next);
  parts.press = next;
}

function makePress(isLink: boolean): HTMLButtonElement | HTMLAnchorElement {
  if (isLink) return element("a", "r-press");
  const press = element("button", "r-press");
  press.type = "button";
  return press;
}

adopt(css`
.r-button {
  display: inline-flex;
  flex-shrink: 0;
  max-inline-size: 100%;
  font: 500 14px/20px var(--r-font);
  letter-spacing: 0.1px;
}
.r-press {
  flex: 1;
  position: relative;
  display: inline-flex;
  align-items: var(--r-b-across, center);
  justify-content: var(--r-b-along, center);
  gap: 8px;
  min-inline-size: calc(64px - var(--r-b-less, 0px));
  min-block-size: calc(40px - var(--r-b-less, 0px));
  margin: 0;
  border: 0;
  padding-block: calc(10px - var(--r-b-less, 0px) / 2);
  padding-inline: var(--r-b-start, 24px) var(--r-b-end, 24px);
  border-radius: var(--r-b-radius, 9999px);
  background: var(--r-b-bgcolor, var(--r-b-fill, none));
  --r-b-lift: var(--r-b-rest, 0 0 transparent);
  box-shadow: inset 0 0 0 var(--r-b-side, var(--r-b-line, 0 transparent)), var(--r-b-shadow, var(--r-b-lift));
  color: var(--r-b-color, var(--r-b-ink, var(--r-primary)));
  font: inherit;
  letter-spacing: inherit;
  text-align: center;
  text-decoration: inherit;
  overflow-wrap: anywhere;
  cursor: var(--r-b-cursor, pointer);
  user-select: none;
  -webkit-tap-highlight-color: transparent;
  touch-action: manipulation;
  transition: var(--r-b-time, 200ms) cubic-bezier(0.2, 0, 0, 1);
  transition-property: background-color, box-shadow, color;
}
.r-press::before {
  content: "";
  position: absolute;
  inset: 0;
  border-radius: inherit;
  background: var(--r-b-overlay, currentColor);
  opacity: 0;
  pointer-events: none;
  transition: opacity var(--r-b-time, 150ms) linear;
}
.r-press > * { min-inline-size: 0; }
.r-press-icon {
  display: inline-flex;
  flex: none;
  color: var(--r-b-icon, inherit);
  font-size: var(--r-b-icon-size, 18px);
  --r-icon-size: var(--r-b-icon-size, 18px);
}
.r-press-icon:empty { display: none; }
.r-press:has(> .r-press-icon:not(:empty)) { --r-b-start: 16px; }
@media (hover: hover) {
  .r-press:hover { --r-b-lift: var(--r-b-raised, 0 0 transparent); }
  .r-press:hover::before { opacity: var(--r-b-veil, 0.08); }
}
.r-press:focus-visible::before, .r-press:active::before { opacity: var(--r-b-veil, 0.1); }
.r-press:active { --r-b-lift: var(--r-b-rest, 0 0 transparent); }
.r-press:disabled, .r-press[aria-disabled] {
  background: var(--r-b-bgcolor, var(--r-b-dull, color-mix(in srgb, var(--r-onsurface) 12%, transparent)));
  box-shadow: inset 0 0 0 var(--r-b-side, var(--r-b-dull-line, 0 transparent));
  color: var(--r-b-color, color-mix(in srgb, var(--r-onsurface) 38%, transparent));
  cursor: var(--r-b-cursor, default);
}
.r-press:disabled::before, .r-press[aria-disabled]::before { opacity: 0; }
.r-padded > .r-press { padding: var(--r-b-padding); }
.r-clipped > .r-press { overflow: clip; }
@media (pointer: coarse) {
  .r-press::after { content: ""; position: absolute; inset: -4px 0; }
}
@media (forced-colors: active) {
  .r-press { border: 1px solid; }
  .r-press:disabled, .r-press[aria-disabled] { color: GrayText; }
}
`);
