import { hugLayout } from "../../layout/simple.ts";
import { type Link, linkType } from "../../values/link.ts";
import { type TextStyle, textStyleType } from "../../values/text-style.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, ControlProps, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, type Spec, slots, spec, text, value } from "../spec.ts";

/** Properties of {@link TextSpan}. */
export interface TextSpanProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Text of the span. Default `null`: none. */
  text?: In<M, string | null>;
  /** Style of the text; fields that are left out are those of the surrounding text. Default `null`: none. */
  style?: In<M, TextStyle | null>;
  /** Nested spans, shown after the text. Default none. */
  spans?: Children<M, TextSpan>;
  /** URL that a click opens. Default `null`: none. */
  url?: In<M, Link | null>;
  /** Text that screen readers read instead of the text. Default `null`: the text. */
  semanticsLabel?: In<M, string | null>;
  /** Whether screen readers spell the text character by character. Default `null`: no. */
  spellOut?: In<M, boolean | null>;
  /** Called when the span is clicked, or Enter or Space is pressed on it. */
  onClick?: EventHandler<TextSpan> | undefined;
  /** Called when the pointer enters the span. */
  onEnter?: EventHandler<TextSpan> | undefined;
  /** Called when the pointer leaves the span. */
  onExit?: EventHandler<TextSpan> | undefined;
}

export interface TextSpan extends Plain<TextSpanProps<Read>> {
  /** Nested spans, shown after the text. Default none. */
  get spans(): ChildArray<TextSpan>;
  set spans(children: readonly TextSpan[]);
}

/** A part of a {@link Text} with its own style, link or handlers. Properties of size and position have no effect on it. */
export class TextSpan extends Control {
  static override readonly spec: Spec<TextSpanProps> = spec<TextSpanProps>({
    type: "TextSpan",
    parent: Control,
    layout: hugLayout,
    properties: {
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
    semantics: { label: "text" },
  });

  constructor(props?: TextSpanProps) {
    super(props);
  }
}
