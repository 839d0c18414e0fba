import type { Read } from "../../controls/control-props.ts";
import type { FormFieldProps } from "../../controls/form-field.ts";
import type { TextStyle } from "../../values/text-style.ts";
import { setConstraints } from "../dom/constraints.ts";
import { setAttribute, setStyle } from "../dom/css.ts";
import { px, toColor, toText, toWeight } from "../dom/css-values.ts";
import { toRadius } from "../dom/shape.ts";
import { setTextStyle } from "../dom/text-style.ts";
import { type FieldView, fillSpot, type Spot } from "./field-spots.ts";

type FieldSetter = (view: FieldView) => void;

function spotText(name: Spot): FieldSetter {
  return (view) => fillSpot(view, name, toText(view.props[name]));
}

/** Returns a setter for the style of a spot. A spot that does not exist yet takes its style when it is created. */
function spotStyle(name: "label" | "helper" | "error" | "counter" | "prefix" | "suffix"): FieldSetter {
  return ({ parts, props }) => {
    const spot = parts.spots.get(name);
    if (spot !== undefined) setTextStyle(spot, props[`${name}Style`]);
  };
}

function spotLines(name: "helper" | "error"): FieldSetter {
  return (view) => set(view, `${name}-lines`, view.props[`${name}MaxLines`]?.toString());
}

function spotSize(name: "prefixIcon" | "suffixIcon"): FieldSetter {
  return ({ parts, props }) => {
    const spot = parts.spots.get(name);
    if (spot !== undefined) setConstraints(spot, props[`${name}SizeConstraints`]);
  };
}

function set(view: FieldView, name: string, value: string | null | undefined): void {
  setStyle(view.root, `--r-f-${name}`, value);
}

function restyleText(view: FieldView): void {
  const { textStyle, textSize, color, focusedColor } = view.props;
  const style: TextStyle = {
    ...textStyle,
    ...(textSize != null && { size: textSize }),
    color: undefined,
    bgcolor: undefined,
  };
  setTextStyle(view.parts.box, style);
  set(view, "color", toColor(color ?? textStyle?.color));
  set(view, "color-focus", toColor(focusedColor ?? color ?? textStyle?.color));
}

function refill(view: FieldView): void {
  const { root, props } = view;
  const { filled, fillColor, bgcolor, focusedBgcolor, hoverColor } = props;
  const isFilled = filled ?? [fillColor, bgcolor, focusedBgcolor, hoverColor].some((color) => color != null);
  root.classList.toggle("r-field-filled", isFilled);
  set(view, "fill", isFilled ? toColor(fillColor ?? bgcolor) : null);
  set(view, "fill-focus", isFilled ? toColor(fillColor ?? focusedBgcolor ?? bgcolor) : null);
  set(view, "hover", isFilled ? toColor(hoverColor) : null);
}

function reborder(view: FieldView): void {
  const { root, props } = view;
  const { border, borderRadius, borderColor, borderWidth, focusedBorderColor, focusedBorderWidth } = props;
  root.classList.toggle("r-field-underlined", border === "underline");
  root.classList.toggle("r-field-open", border !== "outline");
  set(view, "radius", toRadius(borderRadius));
  // The label begins after the rounded corner.
  const corners = typeof borderRadius === "object" ? Object.values(borderRadius ?? {}) : [borderRadius];
  set(view, "corner", borderRadius == null ? null : px(Math.max(...corners)));
  set(view, "line", toColor(borderColor));
  set(view, "line-focus", toColor(focusedBorderColor ?? borderColor));
  set(view, "width", px(borderWidth));
  set(view, "width-focus", px(focusedBorderWidth ?? borderWidth));
}

function resize({ root, props }: FieldView): void {
  const { contentPadding: padding } = props;
  root.classList.toggle("r-field-dense", props.dense === true);
  root.classList.toggle("r-field-collapsed", props.collapsed === true);
  for (const side of ["top", "right", "bottom", "left"] as const) {
    const inset = typeof padding === "number" ? padding : padding == null ? null : (padding[side] ?? 0);
    setStyle(root, `--r-f-${side}`, px(inset));
  }
}

/** Setters of the properties that all fields share. */
export const fieldProps: { readonly [K in keyof FormFieldProps<Read>]?: FieldSetter } = {
  label: spotText("label"),
  icon: spotText("icon"),
  labelStyle: spotStyle("label"),
  hintText: ({ parts, props }) => setAttribute(parts.input, "placeholder", props.hintText || " "),
  hintStyle(view) {
    const style = view.props.hintStyle;
    set(view, "hint", toColor(style?.color));
    set(view, "hint-size", px(style?.size));
    set(view, "hint-weight", toWeight(style?.weight));
    set(view, "hint-style", style?.italic === true ? "italic" : null);
  },
  helper: spotText("helper"),
  helperStyle: spotStyle("helper"),
  helperMaxLines: spotLines("helper"),
  error: spotText("error"),
  errorStyle: spotStyle("error"),
  errorMaxLines: spotLines("error"),
  counterStyle: spotStyle("counter"),
  prefix: spotText("prefix"),
  prefixStyle: spotStyle("prefix"),
  prefixIcon: spotText("prefixIcon"),
  prefixIconSizeConstraints: spotSize("prefixIcon"),
  suffix: spotText("suffix"),
  suffixIcon: spotText("suffixIcon"),
  suffixIconSizeConstraints: spotSize("suffixIcon"),
  sizeConstraints: ({ parts, props }) => setConstraints(parts.box, props.sizeConstraints),
  suffixStyle: spotStyle("suffix"),
  textSize: restyleText,
  textStyle: restyleText,
  color: restyleText,
  focusedColor: restyleText,
  textVerticalAlign: (view) => set(view, "across", view.props.textVerticalAlign),
  filled: refill,
  fillColor: refill,
  bgcolor: refill,
  focusedBgcolor: refill,
  hoverColor: refill,
  border: reborder,
  borderRadius: reborder,
  borderWidth: reborder,
  borderColor: reborder,
  focusedBorderWidth: reborder,
  focusedBorderColor: reborder,
  contentPadding: resize,
  dense: resize,
  collapsed: resize,
};
