import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, oneOf, payload, type Spec, slot, spec, text, value } from "../core/spec.ts";
import type { MarkdownCodeTheme } from "./values/code-theme-name.ts";
import { LinkTarget } from "./values/link.ts";
import {
  codeThemeType,
  type MarkdownCustomCodeTheme,
  MarkdownExtensionSet,
  type MarkdownStyleSheet,
  markdownStyleSheetType,
} from "./values/markdown.ts";
import { type TextSelectionChange, textSelectionChangeType } from "./values/text-selection.ts";

/** Properties of {@link Markdown}. */
export interface MarkdownProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** The text in Markdown. HTML in it is cleaned: no scripts, styles, forms, ids or embedded pages. Default `""`. */
  value?: In<M, string>;
  /** Whether the text can be marked and copied. Default `null`: as the browser has it, yes. */
  selectable?: In<M, boolean | null>;
  /** Which form of Markdown it is. Default `"none"`. */
  extensionSet?: In<M, MarkdownExtensionSet>;
  /** Colours of code: a theme by its name, or one of one's own. Default `null`: as the theme is light or dark. */
  codeTheme?: In<M, MarkdownCodeTheme | MarkdownCustomCodeTheme | null>;
  /** Whether a click on a link leads there. Default `false`: it only tells. */
  autoFollowLinks?: In<M, boolean>;
  /** Where links that are followed open. Default `null`: in the same tab. */
  autoFollowLinksTarget?: In<M, LinkTarget | null>;
  /** Whether it is only as wide as its text. Default `true`; else as wide as it may be. */
  fitContent?: In<M, boolean>;
  /** Whether each line break of the text is one. Default `false`: lines of a paragraph flow into each other. */
  softLineBreak?: In<M, boolean>;
  /** What stands in the place of an image that cannot be shown. Default none. */
  imageErrorContent?: In<M, Control | null>;
  /** How code in blocks looks: `codeTextStyle` and what begins with `codeblock`. Default `null`: as `mdStyleSheet` says. */
  codeStyleSheet?: In<M, MarkdownStyleSheet | null>;
  /** How everything looks. Default `null`: as the theme has it. */
  mdStyleSheet?: In<M, MarkdownStyleSheet | null>;
  /** The text was clicked. */
  onTapText?: EventHandler<Markdown> | undefined;
  /** A link was clicked, or Enter pressed on it; `data` is where it leads. */
  onTapLink?: EventHandler<Markdown, string> | undefined;
  /** Something in the text was marked, or is no more; `data` says what. */
  onSelectionChange?: EventHandler<Markdown, TextSelectionChange> | undefined;
}

export interface Markdown extends Plain<MarkdownProps<Read>> {}

/** Shows text that is written in Markdown. */
export class Markdown extends Control {
  static override readonly spec: Spec<MarkdownProps<Read>> = spec<MarkdownProps<Read>, LayoutProps<Read>>(
    "Markdown",
    Control,
    {
      value: text(""),
      selectable: flag(null),
      extensionSet: oneOf(MarkdownExtensionSet, "none"),
      codeTheme: value(codeThemeType, null),
      autoFollowLinks: flag(false),
      autoFollowLinksTarget: oneOf(LinkTarget, null),
      fitContent: flag(true),
      softLineBreak: flag(false),
      imageErrorContent: slot(),
      codeStyleSheet: value(markdownStyleSheetType, null),
      mdStyleSheet: value(markdownStyleSheetType, null),
      onTapText: event(),
      onTapLink: event(payload.text),
      onSelectionChange: event(textSelectionChangeType),
    },
    { label: "value" },
  );

  constructor(props?: MarkdownProps) {
    super(props);
  }
}
