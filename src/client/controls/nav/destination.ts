import type { Read } from "../../../controls/control-props.ts";
import type { NavigationBarDestinationProps } from "../../../controls/nav/navigation-bar-destination.ts";
import { baseProps } from "../../dom/base-props.ts";
import { adopt, css, element, setAttribute } from "../../dom/css.ts";
import { toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of a button with an icon above or before a label. */
export interface DestinationParts extends Parts {
  readonly root: HTMLButtonElement;
  readonly icon: HTMLElement;
  readonly selectedIcon: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
  /** View of the bar or rail. */
  owner: View | undefined;
}

type DestinationProps = Pick<NavigationBarDestinationProps<Read>, "icon" | "selectedIcon" | "visible"> & {
  readonly label?: unknown;
};

/** Creates the elements. Each also has a class of the bar or rail, which begins with `owner`. */
export function makeDestination({ parent }: View, owner: string): DestinationParts {
  const classes = (name: string): string => `r-destination-${name} ${owner}-${name}`;
  const root = element("button", `r-destination ${owner}-destination`);
  root.type = "button";
  const pill = element("span", `${classes("pill")} r-badge-at`);
  const icon = element("span", classes("icon"));
  const selectedIcon = element("span", `${classes("icon")} r-destination-selected-icon`);
  const label = element("span", classes("label"));
  const text = document.createTextNode("");
  pill.append(icon, selectedIcon);
  label.append(text);
  root.append(pill, label);
  return { root, icon, selectedIcon, label, text, owner: parent };
}

/** The part of a renderer that NavigationBarDestination and NavigationRailDestination share. */
export const destination: Omit<Renderer<DestinationProps, DestinationParts>, "create"> = {
  slot: ({ parts }, name) => (name === "icon" ? parts.icon : name === "label" ? parts.label : parts.selectedIcon),
  disabled({ parts }, isDisabled) {
    parts.root.disabled = isDisabled;
  },
  // What the bar or rail before has set. The next one marks all of its destinations.
  moved({ parts, parent }) {
    if (parts.owner === parent) return;
    parts.owner = parent;
    parts.root.removeAttribute("aria-current");
    setTextStyle(parts.label, null);
  },
  props: {
    icon: ({ parts, props }) => setIcon(parts.icon, props.icon),
    selectedIcon: ({ parts, props }) => setIcon(parts.selectedIcon, props.selectedIcon),
    label({ parts, props }) {
      parts.text.data = toText(props.label);
    },
    visible(view) {
      baseProps.visible?.(view);
      // Only visible destinations count, so the selected one may have changed.
      if (view.parent !== undefined) view.parent.renderer.childrenChanged?.(view.parent);
    },
  },
};

type ChoosingProps = { readonly selectedIndex?: number | null };
export type DestinationView = View<DestinationProps, DestinationParts>;

/** Returns the visible destinations, in order. */
function shownIn<P, E extends Parts>(view: View<P, E>): DestinationView[] {
  const all = [view.children.get("destinations") ?? []].flat() as DestinationView[];
  return all.filter(({ props }) => props.visible !== false);
}

/** Marks the selected destination. `mark` is called for each destination, to style it further. */
export function markChosen<E extends Parts>(
  view: View<ChoosingProps, E>,
  mark?: (child: DestinationView, isChosen: boolean) => void,
): void {
  for (const [index, child] of shownIn(view).entries()) {
    const isChosen = index === view.props.selectedIndex;
    setAttribute(child.root, "aria-current", isChosen ? "page" : null);
    mark?.(child, isChosen);
  }
}

/** Adds the listener that selects a clicked destination. Called once, in `create`. */
export function listenForChoice<E extends Parts>(
  view: View<ChoosingProps, E>,
  root: HTMLElement,
  mark: () => void,
): void {
  root.addEventListener("click", ({ target }) => {
    const shown = shownIn(view);
    const chosen = shown.find((child) => child.root.contains(target as Node));
    if (chosen === undefined) return;
    view.write("selectedIndex", shown.indexOf(chosen), "change", { of: chosen.id });
    mark();
  });
}

adopt(css`
.r-destination {
  position: relative;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  min-inline-size: 0;
  margin: 0;
  border: 0;
  padding: 0;
  background: var(--r-d-back, none);
  color: var(--r-onsurfacevariant);
  font: 500 12px/16px var(--r-font);
  letter-spacing: 0.5px;
  cursor: pointer;
  -webkit-tap-highlight-color: transparent;
  touch-action: manipulation;
}
.r-destination[aria-current] { color: var(--r-onsurface); }
.r-destination:disabled { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); cursor: default; }
.r-destination-pill {
  position: relative;
  flex: none;
  display: grid;
  place-items: center;
  inline-size: var(--r-d-wide, 64px);
  block-size: 32px;
  border-radius: var(--r-d-radius, 16px);
  --r-badge-inset: 4px calc(50% - 16px);
}
.r-destination-pill::before, .r-destination-pill::after { content: ""; position: absolute; inset: 0; border-radius: inherit; }
.r-destination-pill::before {
  border: var(--r-d-side, 0);
  background: var(--r-d-indicator, var(--r-secondarycontainer));
  opacity: 0;
  scale: 0.4 1;
  transition: scale var(--r-d-time, 500ms) cubic-bezier(0.05, 0.7, 0.1, 1), opacity calc(var(--r-d-time, 500ms) / 4) linear;
}
[aria-current] > .r-destination-pill::before { opacity: 1; scale: 1; }
.r-destination-pill::after { transition: background-color 150ms; }
.r-destination-icon { grid-area: 1 / 1; position: relative; z-index: 1; display: grid; }
.r-destination-icon:empty, .r-destination-selected-icon, [aria-current] > * > .r-destination-icon:has(+ .r-destination-selected-icon:not(:empty)) { display: none; }
[aria-current] > * > .r-destination-selected-icon:not(:empty) { display: grid; }
[aria-current]:not(:disabled) > * > .r-destination-icon { color: var(--r-onsecondarycontainer); }
.r-destination-label { max-inline-size: 100%; text-align: center; overflow-wrap: anywhere; }
.r-destination-label:empty { display: none; }
@media (hover: hover) {
  .r-destination:hover:not(:disabled) > .r-destination-pill::after {
    background: var(--r-over-hover, color-mix(in srgb, var(--r-onsurface) 8%, transparent));
  }
}
.r-destination:focus-visible > .r-destination-pill::after {
  background: var(--r-over-focus, color-mix(in srgb, var(--r-onsurface) 10%, transparent));
}
.r-destination:active:not(:disabled) > .r-destination-pill::after {
  background: var(--r-over-press, color-mix(in srgb, var(--r-onsurface) 12%, transparent));
}
.r-root .r-destination:focus-visible { outline: none; }
.r-root .r-destination:focus-visible > .r-destination-pill { outline: 3px solid var(--r-secondary); outline-offset: 2px; }
@media (prefers-reduced-motion: reduce) {
  .r-destination-pill::before { transition: none; }
}
@media (forced-colors: active) {
  [aria-current] > .r-destination-pill::before { forced-color-adjust: none; background: Highlight; }
  [aria-current]:not(:disabled) > * > .r-destination-icon { forced-color-adjust: none; color: HighlightText; }
  .r-destination:disabled { color: GrayText; }
}
`);
