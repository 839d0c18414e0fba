import type { CheckboxProps } from "../../controls/checkbox.ts";
import type { ControlState, ControlStateValue } from "../../controls/values/control-state.ts";
import type { Read } from "../../core/control-props.ts";
import type { Color } from "../../core/values/color.ts";
import { tickedNext } from "../../protocol/input.ts";
import { adopt, css, element, setAttribute, setStyle } from "../css.ts";
import { listenForFocus } from "../gestures.ts";
import { describeInside, focusSoon } from "../inner.ts";
import type { Parts, Renderer } from "../renderer.ts";
import { toShape } from "../shape.ts";
import { isByState, pick, watchStates } from "../states.ts";
import { px, toColor, toText } from "../style.ts";
import { setTextStyle } from "../text-style.ts";
import type { View } from "../view.ts";

interface CheckboxParts extends Parts {
  readonly input: HTMLInputElement;
  readonly label: HTMLElement;
  readonly text: Text;
}

type CheckboxView = View<CheckboxProps<Read>, CheckboxParts>;

const SIZES = { standard: null, comfortable: "36px", compact: "32px" } as const;

/** The tick, and what depends on it. */
function retick(view: CheckboxView): void {
  const { parts, props } = view;
  parts.input.checked = props.value === true;
  parts.input.indeterminate = props.value === null;
  if (isByState(props.fillColor) || isByState(props.borderSide)) restyle(view);
}

function tick(view: CheckboxView): void {
  const { value, tristate } = view.props;
  view.write("value", tickedNext(value, tristate), "change");
  retick(view);
}

/** Brings the colours to the variables that the sheet reads. */
function restyle(view: CheckboxView): void {
  const { root, props, isDisabled } = view;
  const { fillColor, overlayColor, borderSide } = props;
  const states = new Set<ControlState>();
  if ([fillColor, overlayColor, borderSide].some(isByState)) {
    for (const state of watchStates(root, () => restyle(view))) states.add(state);
  }
  if (isDisabled) states.add("disabled");
  if (props.error === true) states.add("error");
  if (props.value !== false && props.value !== undefined) states.add("selected");
  const set = (name: string, value: string | null | undefined): void => setStyle(root, `--r-c-${name}`, value);
  const shade = (value: ControlStateValue<Color> | null | undefined): string | null =>
    isDisabled && !isByState(value) ? null : toColor(pick(value, states));
  const side = pick(borderSide, states) ?? props.shape?.side;
  set("fill", shade(fillColor) ?? shade(props.activeColor));
  set("mark", shade(props.checkColor));
  set("hover", shade(overlayColor) ?? shade(props.hoverColor));
  set("focus", shade(overlayColor) ?? shade(props.focusColor));
  set("press", shade(overlayColor));
  set("line", side === undefined ? null : toColor(side.color ?? "#000000"));
  set("width", side === undefined ? null : side.style === "none" ? "0" : `${side.width ?? 1}px`);
  set("radius", props.shape == null ? null : toShape(props.shape));
  set("disc", props.splashRadius == null ? null : px(2 * props.splashRadius));
  root.classList.toggle("r-lined", side !== undefined);
}

/**
 * A box to tick, with a label.
 * @family form
 */
export const renderer: Renderer<CheckboxProps<Read>, CheckboxParts> = {
  create(view) {
    const root = element("label", "r-checkbox");
    const input = element("input", "r-check");
    input.type = "checkbox";
    const label = element("span", "r-check-label");
    const text = document.createTextNode("");
    label.append(text);
    root.append(input, label);
    root.addEventListener("click", (click) => click.stopPropagation());
    input.addEventListener("change", () => tick(view));
    // A browser ticks by Space alone; here Enter presses whatever can be pressed.
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") input.click();
    });
    return { root, input, label, text };
  },
  slot: ({ parts }) => parts.label,
  disabled(view, isDisabled) {
    view.parts.input.disabled = isDisabled;
    restyle(view);
  },
  props: {
    label({ parts, props }) {
      parts.text.data = toText(props.label);
    },
    labelPosition: ({ root, props }) => void root.classList.toggle("r-label-first", props.labelPosition === "left"),
    labelStyle: ({ parts, props }) => setTextStyle(parts.label, props.labelStyle),
    value: retick,
    error({ root, parts, props }) {
      root.classList.toggle("r-wrong", props.error === true);
      setAttribute(parts.input, "aria-invalid", props.error === true ? "true" : null);
    },
    fillColor: restyle,
    activeColor: restyle,
    checkColor: restyle,
    overlayColor: restyle,
    hoverColor: restyle,
    focusColor: restyle,
    splashRadius: restyle,
    borderSide: restyle,
    shape: restyle,
    visualDensity: ({ root, props }) => setStyle(root, "--r-c-size", SIZES[props.visualDensity ?? "standard"]),
    mouseCursor: ({ root, props }) => setStyle(root, "--r-c-cursor", props.mouseCursor),
    semanticsLabel: ({ parts, props }) => setAttribute(parts.input, "aria-label", props.semanticsLabel),
    autofocus({ parts, props }) {
      if (props.autofocus === true) focusSoon(parts.input);
    },
    tooltip: (view) => describeInside(view, view.parts.input),
    onFocus: listenForFocus,
    onBlur: listenForFocus,
  },
};

adopt(css`
.r-checkbox {
  display: inline-flex;
  align-items: center;
  min-inline-size: 0;
  max-inline-size: 100%;
  cursor: var(--r-c-cursor, pointer);
  -webkit-tap-highlight-color: transparent;
}
.r-checkbox:has(:disabled) { cursor: var(--r-c-cursor, default); }
.r-label-first { flex-direction: row-reverse; justify-content: flex-end; }
.r-check-label { min-inline-size: 0; overflow-wrap: anywhere; }
.r-check-label:empty { display: none; }
.r-checkbox:has(:disabled) > .r-check-label { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); }
.r-check {
  appearance: none;
  flex: none;
  display: grid;
  place-content: center;
  inline-size: var(--r-c-size, 40px);
  block-size: var(--r-c-size, 40px);
  margin: 0;
  border-radius: 50%;
  background: radial-gradient(closest-side, var(--r-c-state, transparent) 98%, transparent) center no-repeat;
  background-size: var(--r-c-disc, 40px) var(--r-c-disc, 40px);
  cursor: inherit;
  --r-c-own: var(--r-c-fill, var(--r-primary));
  --r-c-tint: var(--r-onsurface);
}
.r-root .r-checkbox > .r-check:focus-visible { outline-offset: -3px; }
.r-check::before, .r-check::after { content: ""; grid-area: 1 / 1; inline-size: 18px; block-size: 18px; }
.r-check::before {
  border: 2px solid var(--r-c-line, var(--r-onsurfacevariant));
  border-width: var(--r-c-width, 2px);
  border-radius: var(--r-c-radius, 2px);
  transition: background-color 150ms, border-color 150ms;
}
.r-check:is(:checked, :indeterminate)::before { border-color: var(--r-c-own); background: var(--r-c-own); }
.r-lined > .r-check:is(:checked, :indeterminate)::before { border-color: var(--r-c-line); }
.r-check:is(:checked, :indeterminate) { --r-c-tint: var(--r-primary); }
.r-check::after {
  background: var(--r-c-mark, var(--r-onprimary));
  clip-path: polygon(17.7% 54.5%, 17.7% 54.5%, 17.7% 54.5%, 25.6% 46.6%, 25.6% 46.6%, 25.6% 46.6%);
  opacity: 0;
  transition: clip-path 150ms cubic-bezier(0.2, 0, 0, 1);
}
.r-check:checked::after {
  clip-path: polygon(17.7% 54.5%, 40% 76.7%, 82.3% 34.5%, 74.4% 26.6%, 40% 61%, 25.6% 46.6%);
  opacity: 1;
}
.r-check:indeterminate::after {
  clip-path: polygon(22% 44.5%, 22% 55.5%, 78% 55.5%, 78% 44.5%, 50% 44.5%, 22% 44.5%);
  opacity: 1;
}
.r-wrong > .r-check { --r-c-own: var(--r-c-fill, var(--r-error)); }
.r-wrong > .r-check::before { border-color: var(--r-c-line, var(--r-error)); }
.r-wrong > .r-check::after { background: var(--r-c-mark, var(--r-onerror)); }
.r-wrong > .r-check.r-check { --r-c-tint: var(--r-error); }
@media (hover: hover) {
  .r-checkbox:hover > .r-check {
    --r-c-state: var(--r-c-hover, color-mix(in srgb, var(--r-c-tint) 8%, transparent));
  }
  .r-checkbox:hover > .r-check:not(:checked, :indeterminate)::before {
    border-color: var(--r-c-line, var(--r-onsurface));
  }
  .r-wrong:hover > .r-check.r-check::before { border-color: var(--r-c-line, var(--r-error)); }
}
.r-check { --r-c-touch: color-mix(in srgb, var(--r-c-tint) 10%, transparent); }
.r-checkbox > .r-check:focus-visible { --r-c-state: var(--r-c-focus, var(--r-c-touch)); }
.r-checkbox:active > .r-check { --r-c-state: var(--r-c-press, var(--r-c-touch)); }
.r-checkbox > .r-check:disabled {
  --r-c-state: transparent;
  --r-c-dim: color-mix(in srgb, var(--r-onsurface) 38%, transparent);
  --r-c-own: var(--r-c-fill, var(--r-c-dim));
}
.r-checkbox > .r-check:disabled::before { border-color: var(--r-c-line, var(--r-c-dim)); }
.r-checkbox > .r-check:disabled:is(:checked, :indeterminate)::before { border-color: transparent; }
.r-checkbox > .r-check:disabled::after { background: var(--r-c-mark, var(--r-surface)); }
@media (pointer: coarse) {
  .r-check { inline-size: max(48px, var(--r-c-size, 48px)); block-size: max(48px, var(--r-c-size, 48px)); }
}
@media (forced-colors: active) {
  .r-check::before, .r-check::after { forced-color-adjust: none; }
  .r-check { --r-c-own: Highlight; }
  .r-check::before, .r-wrong > .r-check::before { border-color: ButtonText; }
  .r-check::after, .r-wrong > .r-check::after { background: HighlightText; }
  .r-checkbox > .r-check:disabled::before { border-color: GrayText; }
}
`);
