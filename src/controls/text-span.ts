import { Control } from "../core/control.ts";
import type { Children, ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, type Spec, slots, spec, text, value } from "../core/spec.ts";
import { type Link, linkType } from "./values/link.ts";
import { type TextStyle, textStyleType } from "./values/text-style.ts";

/** Properties of {@link TextSpan}. */
export interface TextSpanProps<M extends Mode = Literal> extends ControlProps<M> {
  /** The text. Default `null`: none. */
  text?: In<M, string | null>;
  /** How it looks; what is left out is as the text around it. Default none. */
  style?: In<M, TextStyle | null>;
  /** Further pieces inside this one, after its text. Default none. */
  spans?: Children<M, TextSpan>;
  /** Where a click leads. Default `null`: nowhere. */
  url?: In<M, Link | null>;
  /** What a screen reader says in place of the text. Default `null`: the text. */
  semanticsLabel?: In<M, string | null>;
  /** Whether a screen reader spells the text letter by letter. Default `null`: no. */
  spellOut?: In<M, boolean | null>;
  /** The span was clicked, or Enter or Space pressed on it. */
  onClick?: EventHandler<TextSpan> | undefined;
  /** The pointer came over the span. */
  onEnter?: EventHandler<TextSpan> | undefined;
  /** The pointer left the span. */
  onExit?: EventHandler<TextSpan> | undefined;
}

export interface TextSpan extends Plain<TextSpanProps<Read>> {}

/** A piece of a {@link Text} with a style, link or handler of its own. It takes no layout properties. */
export class TextSpan extends Control {
  static override readonly spec: Spec<TextSpanProps<Read> & LayoutProps<Read>> = spec<
    TextSpanProps<Read> & LayoutProps<Read>,
    LayoutProps<Read>
  >(
    "TextSpan",
    Control,
    {
      text: text(null),
      style: value(textStyleType, null),
      spans: slots<TextSpan>("TextSpan"),
      url: value(linkType, null),
      semanticsLabel: text(null),
      spellOut: flag(null),
      onClick: event(),
      onEnter: event(),
      onExit: event(),
    },
    { label: "text" },
  );

  constructor(props?: TextSpanProps) {
    super(props);
  }
}
