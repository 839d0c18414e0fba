import type { MarkdownStyleSheet } from "../../../controls/markdown/markdown-style.ts";
import type { BoxDecoration } from "../../../values/box-decoration.ts";
import type { Padding } from "../../../values/insets.ts";
import type { MainAxisAlignment } from "../../../values/layout.ts";
import { setStyle } from "../../dom/css.ts";
import { px, toColor, toInsets, toWeight } from "../../dom/css-values.ts";
import { setDecoration } from "../../dom/decoration.ts";
import { setTextStyle } from "../../dom/text-style.ts";

type Name<Suffix extends string> = keyof MarkdownStyleSheet extends infer K
  ? K extends `${infer Part}${Suffix}`
    ? Part
    : never
  : never;

const HEADINGS = { h1: "h1", h2: "h2", h3: "h3", h4: "h4", h5: "h5", h6: "h6" } as const;
const TEXTS: { readonly [part in Exclude<Name<"TextStyle">, "listBullet">]: string } = {
  ...HEADINGS,
  p: "p",
  a: "a",
  code: "code",
  em: "em",
  strong: "strong",
  del: "del",
  blockquote: "blockquote",
  img: "img",
  checkbox: "input",
  tableHead: "th",
  tableBody: "td",
};
const PADDED: { readonly [part in Name<"Padding">]: string } = {
  ...HEADINGS,
  p: "p",
  listBullet: "li",
  table: ".r-md-table",
  tableCells: "th, td",
  blockquote: "blockquote",
  codeblock: "pre",
};
const ALIGNED: { readonly [part in Name<"Alignment">]: string } = {
  ...HEADINGS,
  text: "p",
  blockquote: "blockquote",
  codeblock: "pre",
  orderedList: "ol",
  unorderedList: "ul",
};
const DECORATED: { readonly [part in Name<"Decoration">]: string } = {
  tableCells: "th, td",
  blockquote: "blockquote",
  codeblock: "pre",
  horizontalRule: "hr",
};

const TEXT_ALIGN: { readonly [alignment in MainAxisAlignment]: string } = {
  start: "start",
  end: "end",
  center: "center",
  spaceBetween: "justify",
  spaceAround: "justify",
  spaceEvenly: "justify",
};

/** Styles the parts of a text. Parts that the style sheet leaves out look as in the theme. */
export function dress(root: HTMLElement, sheet: MarkdownStyleSheet): void {
  const each = <Part extends string, Suffix extends string, Value>(
    values: { readonly [name in `${Part}${Suffix}`]?: Value | undefined },
    parts: { readonly [part in Part]: string },
    suffix: Suffix,
    set: (part: HTMLElement, value: Value | undefined) => void,
  ): void => {
    for (const part of Object.keys(parts) as Part[]) {
      for (const found of root.querySelectorAll<HTMLElement>(parts[part])) set(found, values[`${part}${suffix}`]);
    }
  };
  each(sheet, TEXTS, "TextStyle", setTextStyle);
  each(sheet, PADDED, "Padding", (part, padding: Padding | undefined) => setStyle(part, "padding", toInsets(padding)));
  each(sheet, ALIGNED, "Alignment", (part, alignment: MainAxisAlignment | undefined) =>
    setStyle(part, "text-align", toTextAlign(alignment)),
  );
  each(sheet, DECORATED, "Decoration", (part, decoration: BoxDecoration | undefined) =>
    setDecoration(part, decoration ?? {}),
  );
  for (const head of root.querySelectorAll<HTMLElement>("th")) setStyle(head, "text-align", sheet.tableHeadTextAlign);
  const bullet = sheet.listBulletTextStyle;
  setStyle(root, "--r-md-bullet", toColor(bullet?.color));
  setStyle(root, "--r-md-bullet-size", px(bullet?.size));
  setStyle(root, "--r-md-bullet-weight", toWeight(bullet?.weight));
  setStyle(root, "--r-md-gap", px(sheet.blockSpacing));
  setStyle(root, "--r-md-indent", px(sheet.listIndent));
}

/** Styles a block of code. */
export function dressCode(block: HTMLElement, sheet: MarkdownStyleSheet): void {
  const code = block.querySelector<HTMLElement>("code");
  if (code !== null) setTextStyle(code, sheet.codeTextStyle);
  setStyle(block, "padding", toInsets(sheet.codeblockPadding));
  setStyle(block, "text-align", toTextAlign(sheet.codeblockAlignment));
  setDecoration(block, sheet.codeblockDecoration ?? {});
}

function toTextAlign(alignment: MainAxisAlignment | undefined): string | null {
  return alignment === undefined ? null : TEXT_ALIGN[alignment];
}
