import type { CheckboxProps } from "../../../controls/choice/checkbox.ts";
import type { Read } from "../../../controls/control-props.ts";
import { nextCheckboxValue } from "../../../input/input-rules.ts";
import { adopt, css, setAttribute, setStyle } from "../../dom/css.ts";
import { inFull, toColor } from "../../dom/css-values.ts";
import { toShape } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { isByState, pick, shade, statesOf } from "../../input/control-states.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { type ChoiceParts, choiceProps, makeChoice, setDensity, setDisc, setLabel, setOff } from "./choice-parts.ts";

type CheckboxView = View<CheckboxProps<Read>, ChoiceParts>;

/** Shows the check mark, and updates the colors that depend on it. */
function retick(view: CheckboxView): void {
  const { parts, props } = view;
  parts.input.checked = props.value === true;
  parts.input.indeterminate = props.value === null;
  if (isByState(props.fillColor) || isByState(props.borderSide)) restyle(view);
}

function tick(view: CheckboxView): void {
  const { value, tristate } = view.props;
  view.write("value", nextCheckboxValue(value, tristate), "change");
  retick(view);
}

/** Sets the CSS variables of the colors. */
function restyle(view: CheckboxView): void {
  const { root, props } = view;
  const { fillColor, overlayColor, borderSide } = props;
  const states = statesOf(view, [fillColor, overlayColor, borderSide], () => restyle(view));
  if (props.error === true) states.add("error");
  if (props.value !== false && props.value !== undefined) states.add("selected");
  const set = (name: string, value: string | null | undefined): void => setStyle(root, `--r-c-${name}`, value);
  const side = inFull(pick(borderSide, states) ?? inFull(props.shape)?.side);
  set("fill", shade(fillColor, states) ?? shade(props.activeColor, states));
  set("mark", shade(props.checkColor, states));
  set("line", side === undefined ? null : toColor(side.color ?? "#000000"));
  set("width", side === undefined ? null : side.style === "none" ? "0" : `${side.width ?? 1}px`);
  set("radius", props.shape == null ? null : toShape(props.shape));
  setDisc(view, states);
  root.classList.toggle("r-checkbox-bordered", side !== undefined);
}

/** A box to check, with a label. */
export const renderer: Renderer<CheckboxProps<Read>, ChoiceParts> = {
  create(view) {
    const parts = makeChoice("r-checkbox", "checkbox", "r-choice-input r-checkbox-input");
    parts.input.addEventListener("change", () => tick(view));
    return parts;
  },
  slot: ({ parts }) => parts.label,
  disabled(view, isDisabled) {
    setOff(view, isDisabled);
    restyle(view);
  },
  props: {
    ...(choiceProps as Renderer<CheckboxProps<Read>, ChoiceParts>["props"]),
    label: setLabel,
    labelStyle: ({ parts, props }) => setTextStyle(parts.label, props.labelStyle),
    value: retick,
    error({ root, parts, props }) {
      root.classList.toggle("r-checkbox-invalid", props.error === true);
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
    visualDensity: setDensity,
    semanticsLabel: ({ parts, props }) => setAttribute(parts.input, "aria-label", props.semanticsLabel),
  },
};

adopt(css`
.r-checkbox-input { --r-c-own: var(--r-c-fill, var(--r-primary)); }
.r-checkbox-input::before, .r-checkbox-input::after { content: ""; grid-area: 1 / 1; inline-size: 18px; block-size: 18px; }
.r-checkbox-input::before {
  border: 2px solid var(--r-c-line, var(--r-onsurfacevariant));
  border-width: var(--r-c-width, 2px);
  border-radius: var(--r-c-radius, 2px);
  transition: background-color 150ms, border-color 150ms;
}
.r-checkbox-input:is(:checked, :indeterminate)::before { border-color: var(--r-c-own); background: var(--r-c-own); }
.r-checkbox-bordered > .r-checkbox-input:is(:checked, :indeterminate)::before { border-color: var(--r-c-line); }
.r-checkbox:has(> :is(:checked, :indeterminate)) { --r-c-tint: var(--r-primary); }
.r-checkbox-input::after {
  background: var(--r-c-mark, var(--r-onprimary));
  clip-path: polygon(17.7% 54.5%, 17.7% 54.5%, 17.7% 54.5%, 25.6% 46.6%, 25.6% 46.6%, 25.6% 46.6%);
  opacity: 0;
  transition: clip-path 150ms cubic-bezier(0.2, 0, 0, 1);
}
.r-checkbox-input:checked::after {
  clip-path: polygon(17.7% 54.5%, 40% 76.7%, 82.3% 34.5%, 74.4% 26.6%, 40% 61%, 25.6% 46.6%);
  opacity: 1;
}
.r-checkbox-input:indeterminate::after {
  clip-path: polygon(22% 44.5%, 22% 55.5%, 78% 55.5%, 78% 44.5%, 50% 44.5%, 22% 44.5%);
  opacity: 1;
}
.r-checkbox-invalid > .r-checkbox-input { --r-c-own: var(--r-c-fill, var(--r-error)); }
.r-checkbox-invalid > .r-checkbox-input::before { border-color: var(--r-c-line, var(--r-error)); }
.r-checkbox-invalid > .r-checkbox-input::after { background: var(--r-c-mark, var(--r-onerror)); }
.r-checkbox.r-checkbox-invalid.r-checkbox-invalid { --r-c-tint: var(--r-error); }
@media (hover: hover) {
  .r-checkbox:hover > .r-checkbox-input:not(:checked, :indeterminate)::before {
    border-color: var(--r-c-line, var(--r-onsurface));
  }
  .r-checkbox-invalid:hover > .r-checkbox-input.r-checkbox-input::before { border-color: var(--r-c-line, var(--r-error)); }
}
.r-checkbox > .r-checkbox-input:disabled {
  --r-c-dim: color-mix(in srgb, var(--r-onsurface) 38%, transparent);
  --r-c-own: var(--r-c-fill, var(--r-c-dim));
}
.r-checkbox > .r-checkbox-input:disabled::before { border-color: var(--r-c-line, var(--r-c-dim)); }
.r-checkbox > .r-checkbox-input:disabled:is(:checked, :indeterminate)::before { border-color: transparent; }
.r-checkbox > .r-checkbox-input:disabled::after { background: var(--r-c-mark, var(--r-surface)); }
@media (forced-colors: active) {
  .r-checkbox-input::before, .r-checkbox-input::after { forced-color-adjust: none; }
  .r-checkbox-input { --r-c-own: Highlight; }
  .r-checkbox-input::before, .r-checkbox-invalid > .r-checkbox-input::before { border-color: ButtonText; }
  .r-checkbox-input::after, .r-checkbox-invalid > .r-checkbox-input::after { background: HighlightText; }
  .r-checkbox > .r-checkbox-input:disabled::before { border-color: GrayText; }
}
`);
