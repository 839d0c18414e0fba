import type { Read } from "../../../controls/control-props.ts";
import type { DropdownOptionProps } from "../../../controls/select/dropdown-option.ts";
import { baseProps } from "../../dom/base-props.ts";
import { element, setAttribute, setStyle } from "../../dom/css.ts";
import { toInsets } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { toShape } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { isByState, pick, shade, statesOf } from "../../input/control-states.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface OptionParts extends Parts {
  readonly leading: HTMLElement;
  readonly said: HTMLElement;
  readonly text: Text;
  readonly trailing: HTMLElement;
}

type OptionView = View<DropdownOptionProps<Read>, OptionParts>;

/** Updates the field, because it shows the texts of its options, also in the browser's own list. */
function notifyField({ parent }: Pick<View, "parent">): void {
  parent?.renderer.childrenChanged?.(parent);
}

function showText(view: OptionView): void {
  const { parts, props, children } = view;
  parts.text.data = children.has("content") ? "" : (props.text ?? props.value ?? "");
  notifyField(view);
}

function restyle(view: OptionView): void {
  const { root, parts, props } = view;
  const style = props.style ?? {};
  const states = statesOf(view, Object.values(style), () => restyle(view));
  if (Object.values(style).some((value) => isByState(value)) && root.ariaSelected === "true") states.add("selected");
  const text = pick(style.textStyle, states);
  const shape = pick(style.shape, states);
  const set = (name: string, value: string | null | undefined): void => setStyle(root, `--r-o-${name}`, value);
  set("color", shade(style.color ?? text?.color, states));
  set("bgcolor", shade(style.bgcolor, states));
  set("overlay", shade(style.overlayColor, states));
  set("icon", shade(style.iconColor, states));
  set("padding", toInsets(pick(style.padding, states)));
  set("radius", shape === undefined ? null : toShape(shape));
  setTextStyle(parts.said, text === undefined ? null : { ...text, color: undefined });
}

/** An option of a dropdown. */
export const renderer: Renderer<DropdownOptionProps<Read>, OptionParts> = {
  create(view) {
    const root = element("div", "r-listbox-option");
    root.role = "option";
    root.id = view.prefix;
    root.ariaSelected = "false";
    const leading = element("span", "r-listbox-option-icon");
    const said = element("span", "r-listbox-option-text");
    const trailing = element("span", "r-listbox-option-icon");
    const text = document.createTextNode("");
    said.append(text);
    root.append(leading, said, trailing);
    return { root, leading, said, text, trailing };
  },
  slot: ({ parts }, name) =>
    name === "content" ? parts.said : name === "leadingIcon" ? parts.leading : parts.trailing,
  disabled(view, isDisabled) {
    setAttribute(view.root, "aria-disabled", isDisabled ? "true" : null);
    restyle(view);
    notifyField(view);
  },
  childrenChanged: showText,
  // What the dropdown before has set. The next one marks all of its options.
  moved(view) {
    view.root.ariaSelected = "false";
    view.root.classList.remove("r-listbox-option-filtered");
    restyle(view);
    notifyField(view);
  },
  props: {
    visible(view) {
      baseProps.visible?.(view);
      notifyField(view);
    },
    text: showText,
    value: showText,
    leadingIcon({ parts, props, parent }) {
      setIcon(parts.leading, props.leadingIcon);
      if (parent !== undefined) notifyField({ parent });
    },
    trailingIcon({ parts, props, parent }) {
      setIcon(parts.trailing, props.trailingIcon);
      if (parent !== undefined) notifyField({ parent });
    },
    style(view) {
      restyle(view);
      notifyField(view);
    },
  },
};
