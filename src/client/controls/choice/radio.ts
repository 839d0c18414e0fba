import type { RadioProps } from "../../../controls/choice/radio.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css, setStyle } from "../../dom/css.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { shade, statesOf } from "../../input/control-states.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { type ChoiceParts, choiceProps, makeChoice, setDensity, setDisc, setLabel, setOff } from "./choice-parts.ts";
import { choose, groupOf, SHOWN, showChoice } from "./radio-choice.ts";

type RadioView = View<RadioProps<Read>, ChoiceParts>;

/** Shows whether the radio is selected, and gives it the name of its group. */
function show(view: RadioView): void {
  const { parts, props } = view;
  parts.input.value = props.value ?? "";
  showChoice(groupOf(view), parts.input);
  restyle(view);
}

/** Sets the CSS variables of the colors. */
function restyle(view: RadioView): void {
  const { root, parts, props } = view;
  const { fillColor, overlayColor } = props;
  const states = statesOf(view, [fillColor, overlayColor], () => restyle(view));
  if (parts.input.checked) states.add("selected");
  setStyle(
    root,
    "--r-c-fill",
    shade(fillColor, states) ?? (parts.input.checked ? shade(props.activeColor, states) : null),
  );
  setDisc(view, states);
}

/** One of several options to select. */
export const renderer: Renderer<RadioProps<Read>, ChoiceParts> = {
  create(view) {
    const parts = makeChoice("r-radio", "radio", "r-choice-input r-radio-input");
    const { input } = parts;
    input.value = "";
    const pick = (): void => {
      const group = groupOf(view);
      if (group === undefined || view.props.value == null || view.isDisabled) input.checked = false;
      else choose(group, input.checked ? view.props.value : null);
    };
    input.addEventListener("change", pick);
    // A browser ignores a click on a radio that is selected already.
    input.addEventListener("click", () => {
      if (view.props.toggleable !== true || groupOf(view)?.props.value !== view.props.value) return;
      input.checked = false;
      pick();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== " " || !input.checked) return;
      event.preventDefault();
      input.click();
    });
    input.addEventListener(SHOWN, () => restyle(view));
    return parts;
  },
  disabled(view, isDisabled) {
    setOff(view, isDisabled);
    restyle(view);
  },
  moved: show,
  props: {
    ...(choiceProps as Renderer<RadioProps<Read>, ChoiceParts>["props"]),
    label: setLabel,
    labelStyle: ({ parts, props }) => setTextStyle(parts.label, props.labelStyle),
    value: show,
    fillColor: restyle,
    activeColor: restyle,
    overlayColor: restyle,
    hoverColor: restyle,
    focusColor: restyle,
    splashRadius: restyle,
    visualDensity: setDensity,
  },
};

adopt(css`
.r-radio-input::before, .r-radio-input::after { content: ""; grid-area: 1 / 1; place-self: center; border-radius: 50%; }
.r-radio-input::before {
  inline-size: 20px;
  block-size: 20px;
  border: 2px solid var(--r-c-fill, var(--r-c-rest, var(--r-onsurfacevariant)));
  transition: border-color 150ms;
}
.r-radio-input::after {
  inline-size: 10px;
  block-size: 10px;
  background: var(--r-c-fill, var(--r-c-rest, var(--r-primary)));
  scale: 0;
  transition: scale 150ms cubic-bezier(0.2, 0, 0, 1);
}
.r-radio-input:checked::before { border-color: var(--r-c-fill, var(--r-c-rest, var(--r-primary))); }
.r-radio-input:checked::after { scale: 1; }
.r-radio:has(> :checked) { --r-c-tint: var(--r-primary); }
.r-radio-input:disabled { --r-c-rest: color-mix(in srgb, var(--r-onsurface) 38%, transparent); }
@media (hover: hover) {
  .r-radio:hover > .r-radio-input:not(:checked)::before { border-color: var(--r-c-fill, var(--r-c-rest, var(--r-onsurface))); }
}
@media (forced-colors: active) {
  .r-radio-input::before, .r-radio-input::after { forced-color-adjust: none; }
  .r-radio-input { --r-c-rest: ButtonText; }
  .r-radio-input:checked { --r-c-rest: Highlight; }
  .r-radio-input:disabled { --r-c-rest: GrayText; }
}
`);
