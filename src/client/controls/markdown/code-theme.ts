import type { CodePart, MarkdownCustomCodeTheme } from "../../../controls/markdown/markdown-style.ts";
import type { TextStyle } from "../../../values/text-style.ts";
import { setStyle } from "../../dom/css.ts";
import { toColor } from "../../dom/css-values.ts";
import { setTextStyle } from "../../dom/text-style.ts";

/** Applies a theme to a block of code. Without a theme, the colors are those of the style sheet. */
export function paintCode(block: HTMLElement, theme: MarkdownCustomCodeTheme | undefined): void {
  setStyle(block, "--r-md-code", toColor(theme?.root?.color));
  setStyle(block, "--r-md-code-fill", toColor(theme?.root?.bgcolor));
  for (const part of block.querySelectorAll<HTMLElement>('span[class^="hljs-"]')) {
    const name = /^hljs-([\w-]+)/.exec(part.className)?.[1] ?? "";
    setTextStyle(part, theme?.[partOf(name)]);
  }
}

function partOf(name: string): CodePart {
  if (name === "class") return "className";
  return name.replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase()) as CodePart;
}

/** Returns a theme by name. All themes are loaded with the first one. */
export async function loadTheme(name: string): Promise<MarkdownCustomCodeTheme> {
  const { codeThemes } = await import("./code-themes.ts");
  const theme: { [part: string]: TextStyle } = {};
  for (const rule of (codeThemes[name] ?? "").split(";")) {
    const [parts = "", look = ""] = rule.split(":");
    const [color, bgcolor, signs = ""] = look.split(",");
    const style: TextStyle = {
      ...(color && { color }),
      ...(bgcolor && { bgcolor }),
      ...(signs.includes("b") && { weight: "bold" }),
      ...(signs.includes("i") && { italic: true }),
      ...(signs.includes("u") && { decoration: 1 }),
    };
    for (const part of parts.split(",")) theme[part] = { ...theme[part], ...style };
  }
  return theme;
}
