import type { ChoiceProps } from "../../../controls/choice/choice-props.ts";
import type { Read } from "../../../controls/control-props.ts";
import type { ControlState } from "../../../values/control-state.ts";
import type { VisualDensity } from "../../../values/visual-density.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toText } from "../../dom/css-values.ts";
import { shade } from "../../input/control-states.ts";
import { describeFocusTarget, focusWhenAttached } from "../../input/focus-target.ts";
import { listenForFocus } from "../../input/gestures.ts";
import type { Parts, Setter } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of a control that is on or off. */
export interface ChoiceParts extends Parts {
  readonly input: HTMLInputElement;
  readonly label: HTMLElement;
  readonly text: Text;
}

type ChoiceView = View<ChoiceProps<Read>, ChoiceParts>;

/** Creates the elements. A click anywhere on them, Space and Enter all click the input. */
export function makeChoice(className: string, type: "checkbox" | "radio", inputClass: string): ChoiceParts {
  const root = element("label", `r-choice ${className}`);
  const input = element("input", inputClass);
  input.type = type;
  const label = element("span", "r-choice-label");
  const text = document.createTextNode("");
  label.append(text);
  root.append(input, label);
  root.addEventListener("click", stop);
  input.addEventListener("keydown", pressByEnter);
  return { root, input, label, text };
}

// One shared function instead of a closure for each control, because a page may have many of these controls.
function stop(event: Event): void {
  event.stopPropagation();
}

/**
 * Clicks the input on Enter. Browsers use only Space here, but in Runlet Enter presses everything that can be pressed.
 */
function pressByEnter(event: KeyboardEvent): void {
  if (event.key === "Enter") (event.currentTarget as HTMLInputElement).click();
}

/** Setter of `label`. */
export function setLabel({ parts, props }: { parts: ChoiceParts; props: { readonly label?: unknown } }): void {
  parts.text.data = toText(props.label);
}

/** Disables or enables the input. */
export function setOff({ root, parts }: ChoiceView, isDisabled: boolean): void {
  parts.input.disabled = isDisabled;
  root.classList.toggle("r-choice-disabled", isDisabled);
}

const SIZES = { standard: null, comfortable: "36px", compact: "32px" } as const;

/** Setter of `visualDensity`. */
export function setDensity({
  root,
  props,
}: {
  root: HTMLElement;
  props: { readonly visualDensity?: VisualDensity | null };
}): void {
  setStyle(root, "--r-c-size", SIZES[props.visualDensity ?? "standard"]);
}

/** Sets the colors and the size of the disc around the control. */
export function setDisc({ root, props }: ChoiceView, states: ReadonlySet<ControlState>): void {
  const { overlayColor, hoverColor, focusColor, splashRadius } = props;
  const overlay = shade(overlayColor, states);
  setStyle(root, "--r-c-hover", overlay ?? shade(hoverColor, states));
  setStyle(root, "--r-c-focus", overlay ?? shade(focusColor, states));
  setStyle(root, "--r-c-press", overlay);
  setStyle(root, "--r-c-disc", splashRadius == null ? null : px(2 * splashRadius));
}

/** Setters of the common properties, except those of the disc. */
export const choiceProps: {
  readonly [K in keyof ChoiceProps<Read>]?: Setter<ChoiceProps<Read>, ChoiceParts>;
} = {
  labelPosition: ({ root, props }) =>
    void root.classList.toggle("r-choice-label-first", props.labelPosition === "left"),
  mouseCursor: ({ root, props }) => setStyle(root, "--r-c-cursor", props.mouseCursor),
  autofocus({ parts, props }) {
    if (props.autofocus === true) focusWhenAttached(parts.input);
  },
  tooltip: (view) => describeFocusTarget(view, view.parts.input),
  onFocus: listenForFocus,
  onBlur: listenForFocus,
};

adopt(css`
.r-choice {
  display: inline-flex;
  align-items: center;
  min-inline-size: 0;
  max-inline-size: 100%;
  cursor: var(--r-c-cursor, pointer);
  -webkit-tap-highlight-color: transparent;
  --r-c-tint: var(--r-onsurface);
  --r-c-touch: color-mix(in srgb, var(--r-c-tint) 10%, transparent);
}
.r-choice.r-choice-disabled { cursor: var(--r-c-cursor, default); }
.r-choice-label { min-inline-size: 0; overflow-wrap: anywhere; }
.r-choice-label:empty { display: none; }
.r-choice-label-first > .r-choice-label { order: -1; }
.r-choice-disabled > .r-choice-label { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); }
.r-choice-input {
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
}
.r-root .r-choice > .r-choice-input:focus-visible { outline-offset: -3px; }
@media (pointer: coarse) {
  .r-choice-input { inline-size: max(48px, var(--r-c-size, 48px)); block-size: max(48px, var(--r-c-size, 48px)); }
}
@media (hover: hover) {
  .r-choice:hover { --r-c-state: var(--r-c-hover, color-mix(in srgb, var(--r-c-tint) 8%, transparent)); }
}
.r-choice:has(> :focus-visible) { --r-c-state: var(--r-c-focus, var(--r-c-touch)); }
.r-choice:active { --r-c-state: var(--r-c-press, var(--r-c-touch)); }
.r-choice.r-choice-disabled { --r-c-state: transparent; }
`);
