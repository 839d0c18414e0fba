import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, integer, number, oneOf, type Spec, slots, spec, text, value } from "../core/spec.ts";
import { listType, stringType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { TextSpan } from "./text-span.ts";
import { type TextSelectionChange, textSelectionChangeType } from "./values/text-selection.ts";
import {
  FontWeight,
  TextAlign,
  TextOverflow,
  type TextStyle,
  TextThemeStyle,
  textStyleType,
} from "./values/text-style.ts";

/** Properties of {@link Text}. */
export interface TextProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** The text. Line breaks count. Default `""`. */
  value?: In<M, string>;
  /** Pieces of text with styles and links of their own, after `value`. Default none. */
  spans?: Children<M, TextSpan>;
  /** How lines stand between left and right. Default `"start"`. */
  textAlign?: In<M, TextAlign>;
  /** Default `null`: the theme's. */
  fontFamily?: In<M, string | null>;
  /** Further families for letters that the first has not. Default none. */
  fontFamilyFallback?: In<M, readonly string[] | null>;
  /** Height of the letters in pixels. Default `null`: the style's. */
  size?: In<M, number | null>;
  /** Default `null`: the style's. */
  weight?: In<M, FontWeight | null>;
  /** Default `false`. */
  italic?: In<M, boolean>;
  /** How the text looks; `size`, `weight`, `italic`, `color` and `bgcolor` come before it. Default none. */
  style?: In<M, TextStyle | null>;
  /** A style of the theme to start from. Default `null`: `bodyMedium`. */
  themeStyle?: In<M, TextThemeStyle | null>;
  /** Lines shown at most; the rest is cut as `overflow` says. Default `null`: all. */
  maxLines?: In<M, number | null>;
  /** What becomes of text that does not fit. Default `"clip"`. */
  overflow?: In<M, TextOverflow>;
  /** Whether the text can be marked and copied. Default `null`: as the browser has it, yes. */
  selectable?: In<M, boolean | null>;
  /** Whether a long line stays one line. Default `null`: it is broken. */
  noWrap?: In<M, boolean | null>;
  /** Default `null`: the theme's. */
  color?: In<M, Color | null>;
  /** Behind the letters. Default none. */
  bgcolor?: In<M, Color | null>;
  /** What a screen reader says in place of the text. Default `null`: the text. */
  semanticsLabel?: In<M, string | null>;
  /** The text was clicked, or Enter or Space pressed on it. */
  onTap?: EventHandler<Text> | undefined;
  /** Something in the text was marked, or is no more; `data` says what. Counted over value and spans. */
  onSelectionChange?: EventHandler<Text, TextSelectionChange> | undefined;
}

export interface Text extends Plain<TextProps<Read>> {}

/** Shows text. */
export class Text extends Control {
  static override readonly spec: Spec<TextProps<Read>> = spec<TextProps<Read>, LayoutProps<Read>>(
    "Text",
    Control,
    {
      value: text(""),
      spans: slots<TextSpan>("TextSpan"),
      textAlign: oneOf(TextAlign, "start"),
      fontFamily: text(null),
      fontFamilyFallback: value(listType(stringType), null),
      size: number(null, { min: 0 }),
      weight: oneOf(FontWeight, null),
      italic: flag(false),
      style: value(textStyleType, null),
      themeStyle: oneOf(TextThemeStyle, null),
      maxLines: integer(null, { min: 1 }),
      overflow: oneOf(TextOverflow, "clip"),
      selectable: flag(null),
      noWrap: flag(null),
      color: value(colorType, null),
      bgcolor: value(colorType, null),
      semanticsLabel: text(null),
      onTap: event(),
      onSelectionChange: event(textSelectionChangeType),
    },
    { label: "value" },
  );

  constructor(props?: TextProps) {
    super(props);
  }
}
