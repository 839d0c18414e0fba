import type { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import { type Entries, flag, integer, number, oneOf, slotOrIcon, slotOrText, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type BorderRadius, borderRadiusType } from "./values/border-radius.ts";
import { type BoxConstraints, boxConstraintsType } from "./values/box-constraints.ts";
import { InputBorder } from "./values/input-border.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";
import { VerticalAlignment } from "./values/vertical-alignment.ts";

/** How a field looks in which something is entered or chosen, and what it is called. */
export interface FieldLookProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What is to be entered: in the field while it is empty and without the keyboard, else above it. Default none. */
  label?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  labelStyle?: In<M, TextStyle | null>;
  /** Shown in the empty field, in the place of what is to be entered. Default none. */
  hintText?: In<M, string | null>;
  /** Default none: as the theme has it. */
  hintStyle?: In<M, TextStyle | null>;
  /** Height of the letters of the value in pixels. Default `null`: the style's. */
  textSize?: In<M, number | null>;
  /** How the value looks; `textSize` and `color` come before it. Default none: as the theme has it. */
  textStyle?: In<M, TextStyle | null>;
  /** Of the value. Default `null`: the theme's. */
  color?: In<M, Color | null>;
  /** Whether there is a colour behind the value. Default `null`: when one of `bgcolor`, `fillColor`, `focusedBgcolor`, `hoverColor` is set. */
  filled?: In<M, boolean | null>;
  /** Behind the value, whether the field has the keyboard or not: before `bgcolor` and `focusedBgcolor`. Default `null`. */
  fillColor?: In<M, Color | null>;
  /** Laid over that colour while the pointer is on the field. Default `null`: the theme's. */
  hoverColor?: In<M, Color | null>;
  /** Default `"outline"`. */
  border?: In<M, InputBorder>;
  /** How round the corners are, in pixels: one number, or by corner. Default `null`: the theme's, 4. */
  borderRadius?: In<M, BorderRadius | null>;
  /** In pixels. Default `null`: 1. */
  borderWidth?: In<M, number | null>;
  /** Default `null`: the theme's. */
  borderColor?: In<M, Color | null>;
  /** While the field has the keyboard, in pixels. Default `null`: `borderWidth`, or 2. */
  focusedBorderWidth?: In<M, number | null>;
  /** While the field has the keyboard. Default `null`: `borderColor`, or the theme's main colour. */
  focusedBorderColor?: In<M, Color | null>;
  /** Room between the edge and the value, in pixels. Default `null`: the theme's. */
  contentPadding?: In<M, Padding | null>;
  /** Whether it takes less height. Default `null`: no. */
  dense?: In<M, boolean | null>;
}

/** What stands in and around a field to enter something, and how it looks. Flet: `FormFieldControl`. */
export interface FormFieldProps<M extends Mode = Literal> extends FieldLookProps<M> {
  /** Stands before the whole field: an icon by its name, or a control. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** Below the field: what may help. `error` takes its place. Default none. */
  helper?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  helperStyle?: In<M, TextStyle | null>;
  /** Lines of the helper shown at most. Default `null`: all. */
  helperMaxLines?: In<M, number | null>;
  /** Below the field: what is wrong with the value. The field then looks wrong. Default none. */
  error?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  errorStyle?: In<M, TextStyle | null>;
  /** Lines of the error shown at most. Default `null`: all. */
  errorMaxLines?: In<M, number | null>;
  /**
   * Below the field at its end: how much was entered. In a text, `{value_length}`, `{max_length}` and `{symbols_left}`
   * stand for numbers of characters. Default none.
   */
  counter?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  counterStyle?: In<M, TextStyle | null>;
  /** In the field before the value, while it has a value or the keyboard. Default none. */
  prefix?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  prefixStyle?: In<M, TextStyle | null>;
  /** In the field before all else, always: an icon by its name, or a control. Default none. */
  prefixIcon?: In<M, Control | IconName | null>;
  /** How small and how large `prefixIcon` may be. Default `null`: at least 48 pixels wide. */
  prefixIconSizeConstraints?: In<M, BoxConstraints | null>;
  /** In the field after the value, while it has a value or the keyboard. Default none. */
  suffix?: In<M, Control | string | null>;
  /** Default none: as the theme has it. */
  suffixStyle?: In<M, TextStyle | null>;
  /** In the field after all else, always: an icon by its name, or a control. Default none. */
  suffixIcon?: In<M, Control | IconName | null>;
  /** How small and how large `suffixIcon` may be. Default `null`: at least 48 pixels wide. */
  suffixIconSizeConstraints?: In<M, BoxConstraints | null>;
  /** How small and how large the field itself may be, without what stands around it. Default `null`: as the theme has it. */
  sizeConstraints?: In<M, BoxConstraints | null>;
  /** Where the value stands in a field that is higher than it. Default `null`: in the middle. */
  textVerticalAlign?: In<M, VerticalAlignment | null>;
  /** Of the value while the field has the keyboard. Default `null`: `color`. */
  focusedColor?: In<M, Color | null>;
  /** Behind the value. Default `null`: none, or the theme's when `filled`. */
  bgcolor?: In<M, Color | null>;
  /** Behind the value while the field has the keyboard. Default `null`: `bgcolor`. */
  focusedBgcolor?: In<M, Color | null>;
  /** Whether it is only as large as its text, with no room for label and border. Default `null`: no. */
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
