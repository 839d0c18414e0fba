import type { SwitchProps } from "../../../controls/choice/switch.ts";
import type { Read } from "../../../controls/control-props.ts";
import type { IconName } from "../../../values/icon-name.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toInsets } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { pick, shade, statesOf } from "../../input/control-states.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { type ChoiceParts, choiceProps, makeChoice, setDisc, setLabel, setOff } from "./choice-parts.ts";

interface SwitchParts extends ChoiceParts {
  /** Whether a color or an icon has ever been set. */
  isStyled: boolean;
}

type SwitchView = View<SwitchProps<Read>, SwitchParts>;

function flip(view: SwitchView): void {
  const { parts, root, props } = view;
  parts.input.checked = props.value === true;
  root.classList.toggle("r-switch-selected", parts.input.checked);
  if (parts.isStyled) restyle(view);
}

/** Sets the CSS variables of the colors. */
function restyle(view: SwitchView): void {
  const { root, parts, props } = view;
  parts.isStyled = true;
  const { thumbColor, trackColor, trackOutlineColor, trackOutlineWidth, thumbIcon, overlayColor } = props;
  const byState = [thumbColor, trackColor, trackOutlineColor, trackOutlineWidth, thumbIcon as unknown, overlayColor];
  const states = statesOf(view, byState, () => restyle(view));
  const isOn = props.value === true;
  if (isOn) states.add("selected");
  const set = (name: string, value: string | null): void => setStyle(root, `--r-s-${name}`, value);
  set("thumb", shade(thumbColor, states) ?? shade(isOn ? props.activeColor : props.inactiveThumbColor, states));
  set("track", shade(trackColor, states) ?? shade(isOn ? props.activeTrackColor : props.inactiveTrackColor, states));
  set("line", shade(trackOutlineColor, states));
  set("width", px(pick(trackOutlineWidth, states)));
  setThumbIcon(view, pick(thumbIcon, states));
  setDisc(view, states);
}

/** Shows an icon over the thumb. It has an element of its own, because an input has no children. */
function setThumbIcon({ root, parts }: SwitchView, name: IconName | undefined): void {
  const known = root.querySelector(":scope > .r-switch-icon");
  root.classList.toggle("r-switch-large-thumb", name !== undefined);
  if (name === undefined) return known?.remove();
  const holder = known ?? element("span", "r-switch-icon");
  if (known === null) parts.input.after(holder);
  setIcon(holder, name);
}

/** A switch that turns one thing on or off. */
export const renderer: Renderer<SwitchProps<Read>, SwitchParts> = {
  create(view) {
    const parts = makeChoice("r-switch", "checkbox", "r-switch-track");
    parts.label.classList.add("r-switch-label");
    parts.input.role = "switch";
    parts.input.addEventListener("change", () => {
      view.write("value", parts.input.checked, "change");
      flip(view);
    });
    return { ...parts, isStyled: false };
  },
  slot: ({ parts }) => parts.label,
  disabled(view, isDisabled) {
    setOff(view, isDisabled);
    if (view.parts.isStyled) restyle(view);
  },
  props: {
    ...(choiceProps as Renderer<SwitchProps<Read>, SwitchParts>["props"]),
    labelPosition: ({ root, props }) =>
      void root.classList.toggle("r-switch-label-first", props.labelPosition === "left"),
    label: setLabel,
    labelTextStyle: ({ parts, props }) => setTextStyle(parts.label, props.labelTextStyle),
    value: flip,
    activeColor: restyle,
    activeTrackColor: restyle,
    inactiveThumbColor: restyle,
    inactiveTrackColor: restyle,
    thumbColor: restyle,
    trackColor: restyle,
    trackOutlineColor: restyle,
    trackOutlineWidth: restyle,
    overlayColor: restyle,
    hoverColor: restyle,
    focusColor: restyle,
    splashRadius: restyle,
    thumbIcon: restyle,
    padding: ({ root, props }) => setStyle(root, "--r-s-room", toInsets(props.padding)),
  },
};

adopt(css`
.r-switch {
  display: inline-grid;
  grid-template-columns: auto minmax(0, max-content);
  min-block-size: 40px;
  --r-s-side: -1;
  --r-s-size: 0.6667;
}
.r-switch-label { grid-area: 1 / 2; margin-inline-start: 12px; }
.r-switch-label-first { grid-template-columns: minmax(0, max-content) auto; }
.r-switch-label-first > .r-switch-label { grid-area: 1 / 1; margin-inline: 0 12px; }
.r-switch-track {
  appearance: none;
  grid-area: 1 / 1;
  display: grid;
  place-content: center;
  inline-size: 52px;
  block-size: 32px;
  margin: var(--r-s-room, 0 4px);
  border: var(--r-s-width, 2px) solid var(--r-s-line, var(--r-outline));
  border-radius: 16px;
  background: var(--r-s-track, var(--r-surfacecontainerhighest));
  cursor: inherit;
  transition: background-color 150ms, border-color 150ms;
}
.r-switch-track::before, .r-switch-track::after {
  content: "";
  grid-area: 1 / 1;
  place-self: center;
  border-radius: 50%;
  transform: translateX(calc(var(--r-s-side) * 10px)) scale(var(--r-s-size));
  transition: transform 200ms cubic-bezier(0.2, 0, 0, 1), background-color 150ms;
}
.r-switch-track::before {
  inline-size: var(--r-c-disc, 40px);
  block-size: var(--r-c-disc, 40px);
  margin: calc(var(--r-c-disc, 40px) / -2);
  background: var(--r-c-state, transparent);
  transform: translateX(calc(var(--r-s-side) * 10px));
}
.r-switch-track::after { inline-size: 24px; block-size: 24px; background: var(--r-s-thumb, var(--r-outline)); }
.r-switch-large-thumb { --r-s-size: 1; }
.r-switch-icon {
  grid-area: 1 / 1;
  place-self: center;
  display: flex;
  margin: var(--r-s-room, 0 4px);
  transform: translateX(calc(var(--r-s-side) * 10px));
  transition: transform 200ms cubic-bezier(0.2, 0, 0, 1);
  pointer-events: none;
  color: var(--r-surfacecontainerhighest);
  --r-icon-size: 16px;
}
:checked + .r-switch-icon { color: var(--r-onprimarycontainer); }
:disabled:checked + .r-switch-icon { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); }
.r-switch:dir(rtl) { --r-s-side: 1; }
.r-switch.r-switch-selected { --r-c-tint: var(--r-primary); --r-s-side: 1; --r-s-size: 1; }
.r-switch.r-switch-selected:dir(rtl) { --r-s-side: -1; }
.r-switch:active:not(.r-choice-disabled) { --r-s-size: 1.1667; }
.r-switch-track:checked {
  border-color: var(--r-s-line, transparent);
  background: var(--r-s-track, var(--r-primary)) border-box;
}
.r-switch-track:checked::after { background: var(--r-s-thumb, var(--r-onprimary)); }
.r-switch-label-first > :is(.r-switch-track, .r-switch-icon) { grid-area: 1 / 2; }
@media (hover: hover) {
  .r-switch:hover > .r-switch-track:not(:checked)::after { background: var(--r-s-thumb, var(--r-onsurfacevariant)); }
  .r-switch:hover > .r-switch-track:checked::after { background: var(--r-s-thumb, var(--r-primarycontainer)); }
}
.r-switch-track:disabled {
  --r-s-dim: color-mix(in srgb, var(--r-onsurface) 12%, transparent);
  border-color: var(--r-s-line, var(--r-s-dim));
  background: var(--r-s-track, color-mix(in srgb, var(--r-surfacecontainerhighest) 12%, transparent));
}
.r-switch-track:disabled:checked { border-color: var(--r-s-line, transparent); background: var(--r-s-track, var(--r-s-dim)) border-box; }
.r-switch-track.r-switch-track:disabled::after {
  background: var(--r-s-thumb, color-mix(in srgb, var(--r-onsurface) 38%, transparent));
}
.r-switch-track.r-switch-track:disabled:checked::after { background: var(--r-s-thumb, var(--r-surface)); }
@media (pointer: coarse) {
  .r-switch { min-block-size: 48px; }
}
@media (forced-colors: active) {
  .r-switch-track::after { forced-color-adjust: none; background: ButtonText; }
  .r-switch-track { border-color: ButtonText; }
  .r-switch-track.r-switch-track:checked { forced-color-adjust: none; border-color: Highlight; background: Highlight; }
  .r-switch-track.r-switch-track:checked::after { background: HighlightText; }
  .r-switch-track.r-switch-track:disabled { border-color: GrayText; }
  .r-switch-track.r-switch-track:disabled::after { background: GrayText; }
}
`);
