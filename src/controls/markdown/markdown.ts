import { hugLayout } from "../../layout/simple.ts";
import { LinkTarget } from "../../values/link.ts";
import { type TextSelectionChange, textSelectionChangeType } from "../../values/text-selection.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, oneOf, payload, type Spec, slot, spec, text, value } from "../spec.ts";
import type { MarkdownCodeTheme } from "./code-theme-name.ts";
import {
  codeThemeType,
  type MarkdownCustomCodeTheme,
  MarkdownExtensionSet,
  type MarkdownStyleSheet,
  markdownStyleSheetType,
} from "./markdown-style.ts";

/** Properties of {@link Markdown}. */
export interface MarkdownProps<M extends Mode = Literal> extends LayoutProps<M> {
  /**
   * Text to show, in Markdown. Of its HTML, only elements that are safe are shown. Scripts and styles are left out; the
   * text in other elements is kept. Default `""`.
   */
  value?: In<M, string>;
  /** Whether the text can be selected and copied. Default `null`: the browser's default, which is yes. */
  selectable?: In<M, boolean | null>;
  /** Dialect of Markdown in which the text is written. Default `"none"`. */
  extensionSet?: In<M, MarkdownExtensionSet>;
  /**
   * Color theme of code blocks: a theme's name, or text styles by part of the code. Default `null`: colors that follow
   * the light or dark theme.
   */
  codeTheme?: In<M, MarkdownCodeTheme | MarkdownCustomCodeTheme | null>;
  /** Whether a click on a link opens it. Default `false`: a click only calls `onTapLink`. */
  autoFollowLinks?: In<M, boolean>;
  /** Tab or frame in which a followed link opens. Default `null`: the same tab. */
  autoFollowLinksTarget?: In<M, LinkTarget | null>;
  /** Whether the control is only as wide as its text. Default `true`; with `false` it fills the available width. */
  fitContent?: In<M, boolean>;
  /**
   * Whether each line break in the text is shown as a line break. Default `false`: the lines of a paragraph are joined.
   */
  softLineBreak?: In<M, boolean>;
  /** Control shown instead of an image that cannot be loaded. Default `null`: none. */
  imageErrorContent?: In<M, Control | null>;
  /**
   * Style of code blocks: `codeTextStyle` and the fields that begin with `codeblock`. Default `null`: as in
   * `mdStyleSheet`.
   */
  codeStyleSheet?: In<M, MarkdownStyleSheet | null>;
  /** Style of all parts of the text. Default `null`: the theme's. */
  mdStyleSheet?: In<M, MarkdownStyleSheet | null>;
  /** Called when the text is clicked, or Enter or Space is pressed on it. */
  onTapText?: EventHandler<Markdown> | undefined;
  /** Called when a link is clicked, or Enter is pressed on it. `data` is the link's URL. */
  onTapLink?: EventHandler<Markdown, string> | undefined;
  /** Called when the selection in the text changes. `data` is the selected text and its range. */
  onSelectionChange?: EventHandler<Markdown, TextSelectionChange> | undefined;
}

export interface Markdown extends Plain<MarkdownProps<Read>> {}

/** Text written in Markdown, shown with headings, lists, links, images, tables and highlighted code. */
export class Markdown extends Control {
  static override readonly spec: Spec<MarkdownProps> = spec<MarkdownProps>({
    type: "Markdown",
    parent: Control,
    layout: hugLayout,
    properties: {
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
    semantics: { label: "value" },
  });

  constructor(props?: MarkdownProps) {
    super(props);
  }
}
