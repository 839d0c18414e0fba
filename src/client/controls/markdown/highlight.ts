import type { LanguageFn } from "highlight.js";
import highlighter from "highlight.js/lib/core";
import { adopt, css } from "../../dom/css.ts";

type Load = () => Promise<{ readonly default: LanguageFn }>;

/** Languages by name. Each is loaded when code in it is first shown. */
const LANGUAGES: { readonly [name: string]: Load | undefined } = {
  bash: () => import("highlight.js/lib/languages/bash"),
  c: () => import("highlight.js/lib/languages/c"),
  cpp: () => import("highlight.js/lib/languages/cpp"),
  csharp: () => import("highlight.js/lib/languages/csharp"),
  css: () => import("highlight.js/lib/languages/css"),
  dart: () => import("highlight.js/lib/languages/dart"),
  diff: () => import("highlight.js/lib/languages/diff"),
  go: () => import("highlight.js/lib/languages/go"),
  ini: () => import("highlight.js/lib/languages/ini"),
  java: () => import("highlight.js/lib/languages/java"),
  javascript: () => import("highlight.js/lib/languages/javascript"),
  json: () => import("highlight.js/lib/languages/json"),
  kotlin: () => import("highlight.js/lib/languages/kotlin"),
  markdown: () => import("highlight.js/lib/languages/markdown"),
  php: () => import("highlight.js/lib/languages/php"),
  python: () => import("highlight.js/lib/languages/python"),
  ruby: () => import("highlight.js/lib/languages/ruby"),
  rust: () => import("highlight.js/lib/languages/rust"),
  sql: () => import("highlight.js/lib/languages/sql"),
  swift: () => import("highlight.js/lib/languages/swift"),
  typescript: () => import("highlight.js/lib/languages/typescript"),
  xml: () => import("highlight.js/lib/languages/xml"),
  yaml: () => import("highlight.js/lib/languages/yaml"),
};

const OTHER_NAMES: { readonly [name: string]: string } = {
  "c#": "csharp",
  "c++": "cpp",
  cs: "csharp",
  h: "c",
  html: "xml",
  js: "javascript",
  jsonc: "json",
  jsx: "javascript",
  kt: "kotlin",
  md: "markdown",
  patch: "diff",
  py: "python",
  rb: "ruby",
  rs: "rust",
  sh: "bash",
  shell: "bash",
  svg: "xml",
  toml: "ini",
  ts: "typescript",
  tsx: "typescript",
  yml: "yaml",
  zsh: "bash",
};

/** Longest code, and longest line of it, that is highlighted. Its patterns take quadratic time for some texts. */
const MOST_CODE = 10_000;
const MOST_IN_LINE = 1000;

/** Returns a function that turns code into HTML, each part with its class. Undefined for an unknown language. */
export async function highlighterOf(language: string): Promise<((code: string) => string | undefined) | undefined> {
  const asked = language.toLowerCase();
  const name = (Object.hasOwn(OTHER_NAMES, asked) ? OTHER_NAMES[asked] : undefined) ?? asked;
  const load = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
  if (load === undefined) return undefined;
  if (highlighter.getLanguage(name) === undefined) highlighter.registerLanguage(name, (await load()).default);
  return (code) => {
    if (code.length > MOST_CODE || code.split("\n").some((line) => line.length > MOST_IN_LINE)) return undefined;
    return highlighter.highlight(code, { language: name, ignoreIllegals: true }).value;
  };
}

adopt(css`
.hljs-comment, .hljs-quote, .hljs-meta { color: light-dark(#5f5b66, #a9a4b0); }
.hljs-comment, .hljs-emphasis { font-style: italic; }
.hljs-strong, .hljs-section { font-weight: 700; }
.hljs-keyword, .hljs-literal, .hljs-selector-tag, .hljs-doctag, .hljs-type { color: light-dark(#7d2ea8, #d9a9ff); }
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-link { color: light-dark(#14693b, #96d7ad); }
.hljs-title, .hljs-built_in, .hljs-name, .hljs-section { color: light-dark(#0b57a4, #9ecbff); }
.hljs-number, .hljs-attr, .hljs-attribute, .hljs-property, .hljs-symbol { color: light-dark(#8a3b12, #ffb68e); }
.hljs-deletion, .hljs-variable, .hljs-template-variable { color: light-dark(#a4262c, #ffb3ad); }
`);
