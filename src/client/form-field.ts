import type { FormFieldProps } from "../controls/form-field.ts";
import type { TextStyle } from "../controls/values/text-style.ts";
import type { Read } from "../core/control-props.ts";
import { setAttribute, setStyle } from "./css.ts";
import { type FieldParts, type FieldView, fillSpot, type Spot, spotOf } from "./field-spots.ts";
import type { Setter } from "./renderer.ts";
import { toRadius } from "./shape.ts";
import { px, toColor, toText } from "./style.ts";
import { setTextStyle } from "./text-style.ts";

type FieldSetter = Setter<FormFieldProps<Read>, FieldParts>;

function spotText(name: Spot): FieldSetter {
  return (view) => fillSpot(view, name, toText(view.props[name]));
}

/** The style of a spot that may not be there yet goes to whatever holds it. */
function spotStyle(name: Spot, style: keyof FormFieldProps<Read>): FieldSetter {
  return (view) => {
    const value = view.props[style] as TextStyle | null | undefined;
    if (value != null || view.parts.spots.has(name)) setTextStyle(spotOf(view, name), value);
  };
}

function set(view: FieldView, name: string, value: string | null | undefined): void {
  setStyle(view.root, `--r-f-${name}`, value);
}

function restyleText(view: FieldView): void {
  const { textStyle, textSize, color, focusedColor } = view.props;
  const style: TextStyle = { ...textStyle, ...(textSize != null && { size: textSize }), color: undefined, bgcolor: undefined };
  setTextStyle(view.parts.box, style);
  set(view, "color", toColor(color ?? textStyle?.color));
  set(view, "color-focus", toColor(focusedColor ?? color ?? textStyle?.color));
}

function refill(view: FieldView): void {
  const { root, props } = view;
  const { filled, fillColor, bgcolor, focusedBgcolor, hoverColor } = props;
  const isFilled = filled ?? [fillColor, bgcolor, focusedBgcolor, hoverColor].some((color) => color != null);
  root.classList.toggle("r-filled-in", isFilled);
  set(view, "fill", isFilled ? toColor(fillColor ?? bgcolor) : null);
  set(view, "fill-focus", isFilled ? toColor(fillColor ?? focusedBgcolor ?? bgcolor) : null);
  set(view, "hover", isFilled ? toColor(hoverColor) : null);
}

function reborder(view: FieldView): void {
  const { root, props } = view;
  const { border, borderRadius, borderColor, borderWidth, focusedBorderColor, focusedBorderWidth } = props;
  root.classList.toggle("r-underlined", border === "underline");
  root.classList.toggle("r-borderless", border === "none");
  set(view, "radius", toRadius(borderRadius));
  const corners = toRadius(borderRadius)?.split(" ") ?? [];
  for (const [index, corner] of ["tl", "tr", "br", "bl"].entries()) set(view, corner, corners[index] ?? corners[0]);
  set(view, "line", toColor(borderColor));
  set(view, "line-focus", toColor(focusedBorderColor ?? borderColor));
  set(view, "width", px(borderWidth));
  set(view, "width-focus", px(focusedBorderWidth ?? borderWidth));
}

function resize({ root, props }: FieldView): void {
  const { contentPadding: padding } = props;
  root.classList.toggle("r-dense", props.dense === true);
  root.classList.toggle("r-collapsed", props.collapsed === true);
  for (const side of ["top", "right", "bottom", "left"] as const) {
    const room = typeof padding === "number" ? padding : padding == null ? null : (padding[side] ?? 0);
    setStyle(root, `--r-f-${side}`, px(room));
  }
}

/** Setters of everything that fields have in common. */
export const fieldProps: { readonly [K in keyof FormFieldProps<Read>]?: FieldSetter } = {
  label: spotText("label"),
  labelStyle: spotStyle("label", "labelStyle"),
  hintText: ({ parts, props }) => setAttribute(parts.input, "placeholder", props.hintText || " "),
  hintStyle(view) {
    const style = view.props.hintStyle;
    set(view, "hint", toColor(style?.color));
    set(view, "hint-size", px(style?.size));
    set(view, "hint-weight", style?.weight?.replace("w", ""));
    set(view, "hint-style", style?.italic === true ? "italic" : null);
  },
  helper: spotText("helper"),
  helperStyle: spotStyle("helper", "helperStyle"),
  helperMaxLines: (view) => set(view, "helper-lines", view.props.helperMaxLines == null ? null : String(view.props.helperMaxLines)),
  error: spotText("error"),
  errorStyle: spotStyle("error", "errorStyle"),
  errorMaxLines: (view) => set(view, "error-lines", view.props.errorMaxLines == null ? null : String(view.props.errorMaxLines)),
  counterStyle: spotStyle("counter", "counterStyle"),
  prefix: spotText("prefix"),
  prefixStyle: spotStyle("prefix", "prefixStyle"),
  suffix: spotText("suffix"),
  suffixStyle: spotStyle("suffix", "suffixStyle"),
  textSize: restyleText,
  textStyle: restyleText,
  color: restyleText,
  focusedColor: restyleText,
  textVerticalAlign: (view) => set(view, "across", ACROSS[view.props.textVerticalAlign ?? "center"]),
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

const ACROSS = { start: "flex-start", center: null, end: "flex-end" } as const;
