import { listType, stringType } from "../../core/declaration/types.ts";
import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type TextSelectionChange, textSelectionChangeType } from "../../values/text-selection.ts";
import {
  type FontWeight,
  fontWeightType,
  TextAlign,
  TextOverflow,
  type TextStyle,
  TextThemeStyle,
  textStyleType,
} from "../../values/text-style.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import type { TextSpan } from "../span/text-span.ts";
import { event, flag, integer, number, oneOf, type Spec, slots, spec, text, value } from "../spec.ts";

/** Properties of {@link Text}. */
export interface TextProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Text to show. Spaces and line breaks are kept. Default `""`. */
  value?: In<M, string>;
  /** Parts of the text with their own styles and links, shown after `value`. Default none. */
  spans?: Children<M, TextSpan>;
  /** Horizontal alignment of the lines. Default `"start"`. */
  textAlign?: In<M, TextAlign>;
  /** Font family of the text. Default `null`: the theme's. */
  fontFamily?: In<M, string | null>;
  /** Font families for characters that `fontFamily` does not have. Default `null`: none. */
  fontFamilyFallback?: In<M, readonly string[] | null>;
  /** Font size, in pixels. Default `null`: the style's. */
  size?: In<M, number | null>;
  /** Weight of the font. Default `null`: the style's. */
  weight?: In<M, FontWeight | null>;
  /** Whether the text is italic. Default `false`. */
  italic?: In<M, boolean>;
  /**
   * Style of the text. `size`, `weight`, `italic`, `color`, `bgcolor`, `fontFamily` and `fontFamilyFallback` take
   * precedence over it. Default `null`: none.
   */
  style?: In<M, TextStyle | null>;
  /** Text style of the theme that the other properties build on. Default `null`: `bodyMedium`. */
  themeStyle?: In<M, TextThemeStyle | null>;
  /** Maximum number of lines shown; the rest is cut as `overflow` says. Default `null`: no limit. */
  maxLines?: In<M, number | null>;
  /** Treatment of text that does not fit. Default `"clip"`. */
  overflow?: In<M, TextOverflow>;
  /** Whether the text can be selected and copied. Default `null`: the browser's default, which is yes. */
  selectable?: In<M, boolean | null>;
  /** Whether a long line stays on one line. Default `null`: it is wrapped. */
  noWrap?: In<M, boolean | null>;
  /** Color of the text. Default `null`: the theme's color. */
  color?: In<M, Color | null>;
  /** Background color. Default `null`: none. */
  bgcolor?: In<M, Color | null>;
  /** Text that screen readers read instead of the text. Default `null`: the text. */
  semanticsLabel?: In<M, string | null>;
  /** Called when the text is clicked, or Enter or Space is pressed on it. */
  onTap?: EventHandler<Text> | undefined;
  /**
   * Called when the selection in the text changes. `data` is the selected text and its range, counted over `value` and
   * `spans`.
   */
  onSelectionChange?: EventHandler<Text, TextSelectionChange> | undefined;
}

export interface Text extends Plain<TextProps<Read>> {
  /** Parts of the text with their own styles and links, shown after `value`. Default none. */
  get spans(): ChildArray<TextSpan>;
  set spans(children: readonly TextSpan[]);
}

/** A piece of text, with an optional style. */
export class Text extends Control {
  static override readonly spec: Spec<TextProps> = spec<TextProps>({
    type: "Text",
    parent: Control,
    layout: hugLayout,
    properties: {
      value: text(""),
      spans: slots<TextSpan>("TextSpan"),
      textAlign: oneOf(TextAlign, "start"),
      fontFamily: text(null),
      fontFamilyFallback: value(listType(stringType), null),
      size: number(null, { min: 0 }),
      weight: value(fontWeightType, null),
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
    semantics: { label: "value" },
  });

  constructor(props?: TextProps) {
    super(props);
  }
}
