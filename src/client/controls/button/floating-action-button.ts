import type { FloatingActionButtonProps } from "../../../controls/button/floating-action-button.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { toElevation } from "../../dom/elevation.ts";
import { overlayOf, setButtonStyle } from "../../parts/button-style.ts";
import { makePressParts, pressSetters, setTarget } from "../../parts/press-parts.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { type ContentParts, contentSetters, setName } from "./button-content.ts";

interface FloatingParts extends ContentParts {
  readonly label: HTMLElement;
}

type FloatingView = View<FloatingActionButtonProps<Read>, FloatingParts>;

function restyle(view: FloatingView): void {
  const { props } = view;
  const overlayColor = overlayOf({ pressed: props.splashColor, hovered: props.hoverColor, focused: props.focusColor });
  const style = {
    color: props.foregroundColor ?? undefined,
    bgcolor: props.bgcolor ?? undefined,
    overlayColor,
    shape: props.shape ?? undefined,
    mouseCursor: props.mouseCursor ?? undefined,
  };
  setButtonStyle(view, style, () => restyle(view));
}

/** Sets the elevation in each state as CSS variables. */
function lift({ root, props }: FloatingView): void {
  const set = (name: string, height: number | null | undefined): void =>
    setStyle(root, `--r-f-${name}`, toElevation(height ?? props.elevation));
  set("rest", props.elevation);
  set("hover", props.hoverElevation);
  set("focus", props.focusElevation);
  set("press", props.highlightElevation);
  set("dull", props.disabledElevation);
}

/** A button that floats over the page. */
export const renderer: Renderer<FloatingActionButtonProps<Read>, FloatingParts> = {
  create(view) {
    const icon = element("span", "r-press-icon");
    const label = element("span", "r-fab-label");
    const text = document.createTextNode("");
    label.append(text);
    const parts = makePressParts(view, "r-fab", icon, label);
    parts.press.classList.add("r-fab-press");
    return Object.assign(parts, { icon, label, text });
  },
  childrenChanged: setName,
  slot: ({ parts }, name) => (name === "icon" ? parts.icon : parts.label),
  disabled(view) {
    setTarget(view);
    restyle(view);
  },
  props: {
    ...contentSetters,
    bgcolor: restyle,
    shape: restyle,
    foregroundColor: restyle,
    focusColor: restyle,
    hoverColor: restyle,
    splashColor: restyle,
    mouseCursor: restyle,
    mini: ({ root, props }) => void root.classList.toggle("r-fab-mini", props.mini === true),
    clipBehavior: ({ root, props }) => void root.classList.toggle("r-press-clipped", props.clipBehavior !== "none"),
    elevation: lift,
    disabledElevation: lift,
    focusElevation: lift,
    highlightElevation: lift,
    hoverElevation: lift,
    url: setTarget,
    autofocus: pressSetters.autofocus,
  },
};

adopt(css`
.r-fab {
  --r-b-fill: var(--r-primarycontainer);
  --r-b-ink: var(--r-onprimarycontainer);
  --r-b-dull: color-mix(in srgb, var(--r-onsurface) 12%, var(--r-surface));
  --r-f-3: 0 4px 8px 3px color-mix(in srgb, var(--r-shadow) 15%, transparent), 0 1px 3px 0 color-mix(in srgb, var(--r-shadow) 30%, transparent);
  --r-f-4: 0 6px 10px 4px color-mix(in srgb, var(--r-shadow) 15%, transparent), 0 2px 3px 0 color-mix(in srgb, var(--r-shadow) 30%, transparent);
  --r-b-rest: var(--r-f-rest, var(--r-f-3));
  --r-b-raised: var(--r-f-hover, var(--r-f-4));
  --r-b-glyph: 24px;
}
.r-fab-press {
  min-inline-size: var(--r-f-size, 56px);
  min-block-size: var(--r-f-size, 56px);
  padding: 8px;
  border-radius: var(--r-b-radius, var(--r-f-radius, 16px));
}
.r-fab-press:has(> .r-fab-label:not(:empty)) { padding-inline: 16px; }
.r-fab-press:has(> :not(:empty) + .r-fab-label:not(:empty)) { padding-inline-end: 20px; }
.r-fab-mini { --r-f-size: 40px; --r-f-radius: 12px; }
.r-fab-label:empty { display: none; }
.r-fab-press:focus-visible { --r-b-lift: var(--r-f-focus, var(--r-b-rest)); }
.r-fab-press:active { --r-b-lift: var(--r-f-press, var(--r-b-rest)); }
.r-fab-press:is(:disabled, [aria-disabled]) { box-shadow: var(--r-f-dull, var(--r-b-rest)); }
`);
