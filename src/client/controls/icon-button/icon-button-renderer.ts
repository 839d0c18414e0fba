import type { Read } from "../../../controls/control-props.ts";
import type { IconButtonProps } from "../../../controls/icon-button/icon-button.ts";
import type { ButtonStyle } from "../../../values/button-style.ts";
import { setConstraints } from "../../dom/constraints.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { setIcon } from "../../dom/icon.ts";
import { overlayOf, setButtonStyle } from "../../parts/button-style.ts";
import { labelIcon } from "../../parts/icon-label.ts";
import { makePressParts, type PressParts, pressMethods, pressSetters, setTarget } from "../../parts/press-parts.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of a button that is only an icon. */
export interface IconButtonParts extends PressParts {
  /** Class of the kind of button. */
  readonly variety: string;
  readonly icon: HTMLElement;
  readonly selectedIcon: HTMLElement;
}

type IconButtonView = View<IconButtonProps<Read>, IconButtonParts>;

/** Returns a renderer for one kind of button that is only an icon. `variety` is a CSS class. */
export function iconButtonRenderer(variety: string): Renderer<IconButtonProps<Read>, IconButtonParts> {
  const renderer: Renderer<IconButtonProps<Read>, IconButtonParts> = {
    create(view) {
      const icon = element("span", "r-press-icon r-icon-button-icon");
      const selectedIcon = element("span", "r-press-icon r-icon-button-icon r-icon-button-selected-icon");
      const parts = makePressParts(view, `r-icon-button ${variety}`, icon, selectedIcon);
      parts.press.classList.add("r-icon-button-press");
      return Object.assign(parts, { icon, selectedIcon, variety });
    },
    slot: ({ parts }, name) => (name === "icon" ? parts.icon : parts.selectedIcon),
    disabled(view) {
      retarget(view);
      restyle(view);
    },
    props: {
      icon(view) {
        setIcon(view.parts.icon, view.props.icon);
        label(view);
      },
      selectedIcon: ({ parts, props }) => setIcon(parts.selectedIcon, props.selectedIcon),
      selected(view) {
        retarget(view);
        restyle(view);
      },
      url: retarget,
      tooltip: label,
      sizeConstraints: ({ parts, props }) => setConstraints(parts.press, props.sizeConstraints),
      splashRadius: ({ root, props }) => {
        const { splashRadius: radius } = props;
        setStyle(root, "--r-b-splash", radius == null ? null : `calc(50% - ${radius}px)`);
      },
      ...Object.fromEntries(STYLED.map((name) => [name, restyle])),
      ...pressSetters,
    },
    methods: pressMethods,
  };
  return renderer;
}

const STYLED = [
  "iconColor",
  "iconSize",
  "selectedIconColor",
  "bgcolor",
  "highlightColor",
  "style",
  "disabledColor",
  "hoverColor",
  "focusColor",
  "splashColor",
  "alignment",
  "padding",
  "mouseCursor",
  "visualDensity",
] as const;

function retarget(view: IconButtonView): void {
  setTarget(view);
  const { root, parts, props } = view;
  const isToggle = props.selected != null;
  root.classList.toggle("r-icon-button-selected", props.selected === true);
  root.classList.toggle(`${parts.variety}-selected`, props.selected === true);
  root.classList.toggle(`${parts.variety}-unselected`, props.selected === false);
  setAttribute(parts.press, "aria-pressed", isToggle && props.url == null ? String(props.selected) : null);
}

function label(view: IconButtonView): void {
  labelIcon(view, view.parts.press, false);
}

function restyle(view: IconButtonView): void {
  const { props, isDisabled } = view;
  const style: ButtonStyle = props.style ?? {};
  const isSelected = props.selected === true;
  const color = (isSelected ? props.selectedIconColor : null) ?? props.iconColor ?? style.iconColor ?? style.color;
  const own: ButtonStyle = {
    color: isDisabled && props.disabledColor != null ? { disabled: props.disabledColor } : color,
    iconColor: undefined,
    bgcolor: props.bgcolor ?? style.bgcolor,
    overlayColor: overlayOf(
      { pressed: props.splashColor ?? props.highlightColor, hovered: props.hoverColor, focused: props.focusColor },
      style.overlayColor,
    ),
    iconSize: props.iconSize ?? style.iconSize,
    alignment: props.alignment ?? style.alignment,
    padding: props.padding ?? style.padding,
    mouseCursor: props.mouseCursor ?? style.mouseCursor,
    visualDensity: props.visualDensity ?? style.visualDensity,
  };
  setButtonStyle(view, { ...style, ...own }, () => restyle(view), isSelected);
}

adopt(css`
.r-icon-button { --r-b-ink: var(--r-onsurfacevariant); --r-b-glyph: 24px; }
.r-icon-button-press {
  min-inline-size: calc(40px - var(--r-b-less, 0px));
  min-block-size: calc(40px - var(--r-b-less, 0px));
  padding: calc(8px - var(--r-b-less, 0px) / 2);
}
.r-icon-button-press::before { inset: var(--r-b-splash, 0); }
.r-icon-button-selected-icon,
.r-icon-button-selected > * > .r-icon-button-icon:has(+ .r-icon-button-selected-icon:not(:empty)) { display: none; }
.r-icon-button-selected > * > .r-icon-button-selected-icon:not(:empty) { display: inline-flex; }
@media (pointer: coarse) {
  .r-icon-button-press::after { inset: -4px; }
}
`);
