import {
  choiceType,
  eitherType,
  type Fields,
  numberType,
  objectType,
  type Type,
} from "../../core/declaration/types.ts";
import { type BoxDecoration, boxDecorationType } from "../../values/box-decoration.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { MainAxisAlignment } from "../../values/layout.ts";
import { TextAlign, type TextStyle, textStyleType } from "../../values/text-style.ts";
import { MarkdownCodeTheme } from "./code-theme-name.ts";

/** Dialect of Markdown. The two dialects of GitHub add tables, task lists, strikethrough and plain URLs as links. */
export type MarkdownExtensionSet = "none" | "commonMark" | "gitHubWeb" | "gitHubFlavored";
export const MarkdownExtensionSet: readonly MarkdownExtensionSet[] = [
  "none",
  "commonMark",
  "gitHubWeb",
  "gitHubFlavored",
];

/** A part of code that can have its own style; `root` is the whole code. */
export type CodePart =
  | ("root" | "addition" | "attr" | "attribute" | "builtIn" | "builtinName" | "bullet" | "className" | "code")
  | ("comment" | "deletion" | "doctag" | "emphasis" | "formula" | "function" | "keyword" | "link" | "linkLabel")
  | ("literal" | "meta" | "metaKeyword" | "metaString" | "name" | "number" | "operator" | "params" | "patternMatch")
  | ("quote" | "regexp" | "section" | "selectorAttr" | "selectorClass" | "selectorId" | "selectorPseudo")
  | ("selectorTag" | "string" | "strong" | "stronge" | "subst" | "subtr" | "symbol" | "tag" | "templateTag")
  | ("templateVariable" | "title" | "type" | "variable");
export const CodePart: readonly CodePart[] = [
  ...(["root", "addition", "attr", "attribute", "builtIn", "builtinName", "bullet", "className", "code"] as const),
  ...(["comment", "deletion", "doctag", "emphasis", "formula", "function", "keyword", "link", "linkLabel"] as const),
  ...(["literal", "meta", "metaKeyword", "metaString", "name", "number", "operator", "params"] as const),
  ...(["patternMatch", "quote", "regexp", "section", "selectorAttr", "selectorClass", "selectorId"] as const),
  ...(["selectorPseudo", "selectorTag", "string", "strong", "stronge", "subst", "subtr", "symbol", "tag"] as const),
  ...(["templateTag", "templateVariable", "title", "type", "variable"] as const),
];

/** Text styles for code, by part of the code. Flet: `MarkdownCustomCodeTheme`. */
export type MarkdownCustomCodeTheme = { readonly [part in CodePart]?: TextStyle | undefined };
export const codeThemeType: Type<MarkdownCodeTheme | MarkdownCustomCodeTheme> = eitherType(
  { ...choiceType(MarkdownCodeTheme), name: "MarkdownCodeTheme" },
  objectType<MarkdownCustomCodeTheme>("MarkdownCustomCodeTheme", fields(CodePart, textStyleType)),
);

type TextPart =
  | ("a" | "p" | "code" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "em" | "strong" | "del" | "blockquote" | "img")
  | ("checkbox" | "listBullet" | "tableHead" | "tableBody");
type PaddedPart =
  | ("p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "listBullet" | "table" | "tableCells" | "blockquote")
  | "codeblock";
type AlignedPart =
  | ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "text" | "blockquote" | "codeblock" | "orderedList")
  | "unorderedList";
type DecoratedPart = "tableCells" | "blockquote" | "codeblock" | "horizontalRule";

/** Styles of the parts of a Markdown text. Fields that are left out are the theme's. Flet: `MarkdownStyleSheet`. */
export interface MarkdownStyleSheet
  extends Readonly<Partial<Record<`${TextPart}TextStyle`, TextStyle | undefined>>>,
    Readonly<Partial<Record<`${PaddedPart}Padding`, Padding | undefined>>>,
    Readonly<Partial<Record<`${AlignedPart}Alignment`, MainAxisAlignment | undefined>>>,
    Readonly<Partial<Record<`${DecoratedPart}Decoration`, BoxDecoration | undefined>>> {
  /** Gap between blocks such as paragraphs and lists, in pixels. Default 8. */
  readonly blockSpacing?: number | undefined;
  /** Indentation of lists, in pixels. Default 24. */
  readonly listIndent?: number | undefined;
  /** Horizontal alignment of the column headings. Default `"center"`. */
  readonly tableHeadTextAlign?: TextAlign | undefined;
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;
const names = <P extends string, S extends string>(parts: readonly P[], suffix: S): `${P}${S}`[] =>
  parts.map((part) => `${part}${suffix}` as const);
const TEXTS = [
  ...HEADINGS,
  ...(["a", "p", "code", "em", "strong", "del", "blockquote", "img", "checkbox", "listBullet"] as const),
  ...(["tableHead", "tableBody"] as const),
];
const PADDED = [...HEADINGS, ...(["p", "listBullet", "table", "tableCells", "blockquote", "codeblock"] as const)];
const ALIGNED = [...HEADINGS, ...(["text", "blockquote", "codeblock", "orderedList", "unorderedList"] as const)];
const DECORATED = ["tableCells", "blockquote", "codeblock", "horizontalRule"] as const;

export const markdownStyleSheetType: Type<MarkdownStyleSheet> = objectType<MarkdownStyleSheet>("MarkdownStyleSheet", {
  ...fields(names(TEXTS, "TextStyle"), textStyleType),
  ...fields(names(PADDED, "Padding"), paddingType),
  ...fields(names(ALIGNED, "Alignment"), choiceType(MainAxisAlignment)),
  ...fields(names(DECORATED, "Decoration"), boxDecorationType),
  blockSpacing: numberType({ min: 0 }),
  listIndent: numberType({ min: 0 }),
  tableHeadTextAlign: choiceType(TextAlign),
} as Fields<MarkdownStyleSheet>);

function fields<K extends string, T>(keys: readonly K[], type: Type<T>): { readonly [key in K]: Type<T> } {
  return Object.fromEntries(keys.map((key) => [key, type])) as { [key in K]: Type<T> };
}
