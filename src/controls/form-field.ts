import { type BorderRadius, borderRadiusType } from "../values/border-radius.ts";
import { type BoxConstraints, boxConstraintsType } from "../values/box-constraints.ts";
import { type Color, colorType } from "../values/color.ts";
import type { IconName } from "../values/icon-name.ts";
import { InputBorder } from "../values/input-border.ts";
import { type Padding, paddingType } from "../values/insets.ts";
import { type TextStyle, textStyleType } from "../values/text-style.ts";
import { VerticalAlignment } from "../values/vertical-alignment.ts";
import type { Control } from "./control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "./control-props.ts";
import { type Entries, flag, integer, number, oneOf, slotOrIcon, slotOrText, text, value } from "./spec.ts";

/** Properties of the label and look of every field in which something is entered or selected. */
export interface FieldLookProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Label of the field: inside it while it is empty and not focused, otherwise above it. Default `null`: none. */
  label?: In<M, Control | string | null>;
  /** Text style of the label. Default `null`: the theme's. */
  labelStyle?: In<M, TextStyle | null>;
  /** Placeholder shown while the field is empty. Default `null`: none. */
  hintText?: In<M, string | null>;
  /** Text style of the placeholder. Default `null`: the theme's. */
  hintStyle?: In<M, TextStyle | null>;
  /** Font size of the value, in pixels. Default `null`: that of `textStyle`. */
  textSize?: In<M, number | null>;
  /** Text style of the value. `textSize` and `color` take precedence over it. Default `null`: the theme's. */
  textStyle?: In<M, TextStyle | null>;
  /** Color of the value. Default `null`: the theme's color. */
  color?: In<M, Color | null>;
  /**
   * Whether the field has a background color. Default `null`: if `bgcolor`, `fillColor`, `focusedBgcolor` or
   * `hoverColor` is set.
   */
  filled?: In<M, boolean | null>;
  /**
   * Background color of the field, focused or not. Takes precedence over `bgcolor` and `focusedBgcolor`. Default
   * `null`: `focusedBgcolor` while the field is focused, otherwise `bgcolor`.
   */
  fillColor?: In<M, Color | null>;
  /** Color laid over the background while the field is hovered. Default `null`: the theme's color. */
  hoverColor?: In<M, Color | null>;
  /** Border of the field: all around, a line below, or none. Default `"outline"`. */
  border?: In<M, InputBorder>;
  /** Radius of the corners of the field, in pixels: one number for all corners, or by corner. Default `null`: 4. */
  borderRadius?: In<M, BorderRadius | null>;
  /** Width of the border, in pixels. Default `null`: 1. */
  borderWidth?: In<M, number | null>;
  /** Color of the border. Default `null`: the theme's color. */
  borderColor?: In<M, Color | null>;
  /** Width of the border while the field is focused, in pixels. Default `null`: `borderWidth`, or 2. */
  focusedBorderWidth?: In<M, number | null>;
  /** Color of the border while the field is focused. Default `null`: `borderColor`, or the theme's primary color. */
  focusedBorderColor?: In<M, Color | null>;
  /**
   * Space between the border and the value, in pixels: one number for all sides, or by side. Default `null`: that of
   * Material 3.
   */
  contentPadding?: In<M, Padding | null>;
  /** Whether the field has a smaller height. Default `null`: it does not. */
  dense?: In<M, boolean | null>;
}

/** Properties of every text field: its look, and the texts and icons in and around it. Flet: `FormFieldControl`. */
export interface FormFieldProps<M extends Mode = Literal> extends FieldLookProps<M> {
  /** Icon before the field, outside its border: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /** Help text below the field: text, or a control. Replaced by `error`. Default `null`: none. */
  helper?: In<M, Control | string | null>;
  /** Text style of the help text. Default `null`: the theme's. */
  helperStyle?: In<M, TextStyle | null>;
  /** Maximum number of lines of the help text. Default `null`: all. */
  helperMaxLines?: In<M, number | null>;
  /** Error message below the field, which is then shown as an error: text, or a control. Default `null`: none. */
  error?: In<M, Control | string | null>;
  /** Text style of the error message. Default `null`: the theme's. */
  errorStyle?: In<M, TextStyle | null>;
  /** Maximum number of lines of the error message. Default `null`: all. */
  errorMaxLines?: In<M, number | null>;
  /**
   * Counter below the field, at its end: a control, or a text in which `{value_length}`, `{max_length}` and
   * `{symbols_left}` are replaced by numbers of characters. Default `null`: none.
   */
  counter?: In<M, Control | string | null>;
  /** Text style of the counter. Default `null`: the theme's. */
  counterStyle?: In<M, TextStyle | null>;
  /**
   * Text or control before the value. With a label, it is visible only while the field has a value or focus. Default
   * `null`: none.
   */
  prefix?: In<M, Control | string | null>;
  /** Text style of the prefix. Default `null`: the theme's. */
  prefixStyle?: In<M, TextStyle | null>;
  /** Icon at the start of the field: an icon's name, or a control. Default `null`: none. */
  prefixIcon?: In<M, Control | IconName | null>;
  /** Minimum and maximum size of `prefixIcon`. Default `null`: at least 48 pixels wide. */
  prefixIconSizeConstraints?: In<M, BoxConstraints | null>;
  /**
   * Text or control after the value. With a label, it is visible only while the field has a value or focus. Default
   * `null`: none.
   */
  suffix?: In<M, Control | string | null>;
  /** Text style of the suffix. Default `null`: the theme's. */
  suffixStyle?: In<M, TextStyle | null>;
  /** Icon at the end of the field: an icon's name, or a control. Default `null`: none. */
  suffixIcon?: In<M, Control | IconName | null>;
  /** Minimum and maximum size of `suffixIcon`. Default `null`: at least 48 pixels wide. */
  suffixIconSizeConstraints?: In<M, BoxConstraints | null>;
  /** Minimum and maximum size of the field itself, without `icon`, helper, error and counter. Default `null`: none. */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /** Vertical position of the value in a field that is higher than it. Default `null`: center. */
  textVerticalAlign?: In<M, VerticalAlignment | null>;
  /** Color of the value while the field is focused. Default `null`: `color`. */
  focusedColor?: In<M, Color | null>;
  /** Background color of the field. Default `null`: none, or the theme's color if `filled` is true. */
  bgcolor?: In<M, Color | null>;
  /** Background color of the field while it is focused. Default `null`: `bgcolor`. */
  focusedBgcolor?: In<M, Color | null>;
  /** Whether the field is only as large as its text, without space for label and border. Default `null`: it is not. */
  collapsed?: In<M, boolean | null>;
}

/** @internal */
export const fieldLookEntries: Entries<FieldLookProps<Read>, LayoutProps<Read>> = {
  label: slotOrText(),
  labelStyle: value(textStyleType, null),
  hintText: text(null),
  hintStyle: value(textStyleType, null),
  textSize: number(null, { min: 0 }),
  textStyle: value(textStyleType, null),
  color: value(colorType, null),
  filled: flag(null),
  fillColor: value(colorType, null),
  hoverColor: value(colorType, null),
  border: oneOf(InputBorder, "outline"),
  borderRadius: value(borderRadiusType, null),
  borderWidth: number(null, { min: 0 }),
  borderColor: value(colorType, null),
  focusedBorderWidth: number(null, { min: 0 }),
  focusedBorderColor: value(colorType, null),
  contentPadding: value(paddingType, null),
  dense: flag(null),
};

/** @internal */
export const formFieldEntries: Entries<FormFieldProps<Read>, LayoutProps<Read>> = {
  ...fieldLookEntries,
  icon: slotOrIcon(),
  helper: slotOrText(),
  helperStyle: value(textStyleType, null),
  helperMaxLines: integer(null, { min: 1 }),
  error: slotOrText(),
  errorStyle: value(textStyleType, null),
  errorMaxLines: integer(null, { min: 1 }),
  counter: slotOrText(),
  counterStyle: value(textStyleType, null),
  prefix: slotOrText(),
  prefixStyle: value(textStyleType, null),
  prefixIcon: slotOrIcon(),
  prefixIconSizeConstraints: value(boxConstraintsType, null),
  suffix: slotOrText(),
  suffixStyle: value(textStyleType, null),
  suffixIcon: slotOrIcon(),
  suffixIconSizeConstraints: value(boxConstraintsType, null),
  sizeConstraints: value(boxConstraintsType, null),
  textVerticalAlign: oneOf(VerticalAlignment, null),
  focusedColor: value(colorType, null),
  bgcolor: value(colorType, null),
  focusedBgcolor: value(colorType, null),
  collapsed: flag(null),
};
