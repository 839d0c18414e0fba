import type { ChipProps } from "../../../controls/chip/chip.ts";
import type { Read } from "../../../controls/control-props.ts";
import type { AnimationStyle } from "../../../values/animation-style.ts";
import type { ControlState } from "../../../values/control-state.ts";
import { setAnimationStyle } from "../../dom/animation-style.ts";
import { baseProps } from "../../dom/base-props.ts";
import { setConstraints } from "../../dom/constraints.ts";
import { adopt, element, setAttribute, setStyle } from "../../dom/css.ts";
import { inFull, toColor, toInsets, toText } from "../../dom/css-values.ts";
import { toEasing } from "../../dom/easing.ts";
import { toElevation } from "../../dom/elevation.ts";
import { setIcon } from "../../dom/icon.ts";
import { toShape } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { isByState, pick, watchStates } from "../../input/control-states.ts";
import { describeFocusTarget, focusWhenAttached } from "../../input/focus-target.ts";
import { listenForFocus } from "../../input/gestures.ts";
import { markPressable } from "../../input/press.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { chipStyles } from "./chip-styles.ts";

interface ChipParts extends Parts {
  readonly press: HTMLElement;
  /** Space before the label, for `check` and `leading`. */
  readonly drawer: HTMLElement;
  readonly check: HTMLElement;
  readonly leading: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
  readonly remove: HTMLButtonElement;
  /** Whether there is something before the label. */
  isLed: boolean;
}

type ChipView = View<ChipProps<Read>, ChipParts>;

const LESS = { standard: null, comfortable: "4px", compact: "8px" } as const;

/** Handles a press: toggles the selection if the app listens to `select`, otherwise emits `click`. */
function activate(view: ChipView): void {
  if (!view.listensTo("select")) return view.emit("click");
  view.write("selected", view.props.selected !== true, "select");
  reselect(view);
}

function setPresses(view: ChipView): void {
  const { root, press, remove } = view.parts;
  const isChoice = view.listensTo("select");
  markPressable(view, press, isChoice || view.listensTo("click"));
  setAttribute(press, "aria-pressed", isChoice ? String(view.props.selected === true) : null);
  const isDeletable = view.listensTo("delete");
  // A new chip has its delete button from the start, without an animation.
  if (remove.hidden && isDeletable) remove.classList.toggle("r-chip-delete-opens", root.isConnected);
  remove.hidden = !isDeletable;
  remove.disabled = view.isDisabled;
  // A hidden button keeps its icon, because its space closes with an animation.
  if (isDeletable) setIcon(remove, view.children.has("deleteIcon") ? null : "close");
}

function reselect(view: ChipView): void {
  const { root, parts, props } = view;
  const isOn = props.selected === true;
  // Measured first, because the check mark takes its space with it.
  const widthBefore = parts.isLed ? parts.drawer.offsetWidth : 0;
  root.classList.toggle("r-chip-selected", isOn);
  setIcon(parts.check, isOn && props.showCheckmark === true ? "check" : null);
  setPresses(view);
  restyle(view);
  closeDrawer(view, widthBefore);
}

/** Sets the CSS variables of colors, border and shadow. */
function restyle(view: ChipView): void {
  const { root, props, isDisabled } = view;
  const isOn = props.selected === true;
  const states = new Set<ControlState>();
  if (isByState(props.color)) for (const state of watchStates(root, () => restyle(view))) states.add(state);
  if (isDisabled) states.add("disabled");
  if (isOn) states.add("selected");
  const set = (name: string, value: string | null | undefined): void => setStyle(root, `--r-k-${name}`, value);
  const own = isDisabled ? props.disabledColor : isOn ? props.selectedColor : props.bgcolor;
  const side = inFull(props.borderSide ?? inFull(props.shape)?.side);
  const shadow = (isOn ? props.selectedShadowColor : null) ?? props.shadowColor;
  set("fill", toColor(pick(props.color, states) ?? own));
  set("check", toColor(props.checkColor));
  set("delete", toColor(props.deleteIconColor));
  set("side", side == null ? null : side.style === "none" ? "0" : `${side.width ?? 1}px`);
  set("line", side == null ? null : toColor(side.color ?? "#000000"));
  set("radius", props.shape == null ? null : toShape(props.shape));
  set("shadow", toElevation(props.elevation, shadow));
  set("pressed", toElevation(props.elevationOnClick, shadow));
  set("padding", toInsets(props.padding));
  set("label-padding", toInsets(props.labelPadding));
  set("less", LESS[props.visualDensity ?? "standard"]);
}

/** Sets the durations and curves of an animation and of its way back. The styles choose between them by state. */
function setTimes(root: HTMLElement, name: string, style: AnimationStyle | null | undefined): void {
  setAnimationStyle(root, name, style);
  setAnimationStyle(root, `${name}-back`, style, true);
}

/**
 * Closes the space before the label with an animation, if it is empty now. Styles cannot do that, because an empty
 * space has no width.
 */
function closeDrawer({ parts, props, children }: ChipView, widthBefore?: number): void {
  const isLed = children.has("leading") || parts.check.childElementCount > 0;
  const wasLed = parts.isLed;
  parts.isLed = isLed;
  if (!wasLed || isLed || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const { duration = 150, curve = "easeInOut", ...back } = props.leadingDrawerAnimationStyle ?? {};
  // A control that leaves is still in its place here.
  const width = widthBefore ?? parts.drawer.offsetWidth;
  parts.drawer.animate(
    { minInlineSize: [`${width}px`, "0px"] },
    { duration: back.reverseDuration ?? duration, easing: toEasing(back.reverseCurve ?? curve) },
  );
}

function nameDelete({ parts, props }: ChipView): void {
  const name = props.deleteIconTooltip ?? "Delete";
  // The setter reads nothing else of a view. The button has a tooltip of its own, but it is no control.
  baseProps.tooltip?.({ root: parts.remove, props: { tooltip: name === "" ? null : name } } as unknown as View);
  parts.remove.removeAttribute("aria-description");
  parts.remove.ariaLabel = name === "" ? "Delete" : name;
}

/** A small box with a label. */
export const renderer: Renderer<ChipProps<Read>, ChipParts> = {
  create(view) {
    const root = element("div", "r-chip");
    const press = element("div", "r-chip-press");
    const check = element("span", "r-chip-check");
    const leading = element("span", "r-chip-leading");
    const drawer = element("span", "r-chip-drawer");
    const label = element("span", "r-chip-label");
    const text = document.createTextNode("");
    const remove = element("button", "r-chip-delete");
    remove.type = "button";
    remove.hidden = true;
    drawer.append(check, leading);
    label.append(text);
    press.append(drawer, label);
    root.append(press, remove);
    press.addEventListener("click", (click) => {
      if (!view.listensTo("select") && !view.listensTo("click")) return;
      click.stopPropagation();
      activate(view);
    });
    remove.addEventListener("click", (click) => {
      click.stopPropagation();
      view.emit("delete");
    });
    root.addEventListener("keydown", (event) => {
      if ((event.key === "Delete" || event.key === "Backspace") && view.listensTo("delete")) view.emit("delete");
      else if (event.target === press && (event.key === "Enter" || event.key === " ")) activate(view);
      else return;
      event.preventDefault();
    });
    const parts: ChipParts = { root, press, drawer, check, leading, label, text, remove, isLed: false };
    nameDelete({ parts, props: view.props } as ChipView);
    return parts;
  },
  slot: ({ parts }, name) => (name === "leading" ? parts.leading : name === "deleteIcon" ? parts.remove : parts.label),
  childrenChanged(view) {
    setPresses(view);
    closeDrawer(view);
  },
  disabled(view) {
    const { classList } = view.root;
    classList.toggle("r-chip-enabling", !view.isDisabled && classList.contains("r-chip-disabled"));
    classList.toggle("r-chip-disabled", view.isDisabled);
    setPresses(view);
    restyle(view);
    // Reading a style starts the transitions. They keep their times without the class.
    if (classList.contains("r-chip-enabling")) void getComputedStyle(view.root).color;
    classList.remove("r-chip-enabling");
  },
  props: {
    label({ parts, props }) {
      parts.text.data = toText(props.label);
    },
    selected: reselect,
    showCheckmark: reselect,
    onClick: setPresses,
    onSelect: setPresses,
    onDelete: setPresses,
    selectedColor: restyle,
    elevation: restyle,
    bgcolor: restyle,
    checkColor: restyle,
    shadowColor: restyle,
    shape: restyle,
    padding: restyle,
    deleteIconColor: restyle,
    disabledColor: restyle,
    labelPadding: restyle,
    selectedShadowColor: restyle,
    color: restyle,
    elevationOnClick: restyle,
    visualDensity: restyle,
    borderSide: restyle,
    enableAnimationStyle: ({ root, props }) => setTimes(root, "k-enable", props.enableAnimationStyle),
    selectAnimationStyle: ({ root, props }) => setTimes(root, "k-select", props.selectAnimationStyle),
    leadingDrawerAnimationStyle: ({ root, props }) => setTimes(root, "k-leading", props.leadingDrawerAnimationStyle),
    deleteDrawerAnimationStyle: ({ root, props }) => setTimes(root, "k-delete", props.deleteDrawerAnimationStyle),
    deleteIconTooltip: nameDelete,
    labelTextStyle: ({ parts, props }) => setTextStyle(parts.label, props.labelTextStyle),
    clipBehavior: ({ root, props }) => void root.classList.toggle("r-chip-clipped", props.clipBehavior !== "none"),
    leadingSizeConstraints: ({ parts, props }) => setConstraints(parts.leading, props.leadingSizeConstraints),
    deleteIconSizeConstraints: ({ parts, props }) => setConstraints(parts.remove, props.deleteIconSizeConstraints),
    autofocus({ parts, props }) {
      if (props.autofocus === true) focusWhenAttached(parts.press);
    },
    tooltip: (view) => describeFocusTarget(view, view.parts.press),
    onFocus: listenForFocus,
    onBlur: listenForFocus,
  },
};

adopt(chipStyles);
