import { expect, test } from "vitest";
import { classProblems, type Sheet } from "../scripts/class-rules.ts";

const MENU: Sheet = { file: "parts/menu.ts", css: ".r-menu { display: flex; } .r-menu-label { flex: 1; }" };

test("a sheet may style classes of its own file, inside and next to those of other files", () => {
  const css = `
    .r-list { display: grid; }
    .r-menu > .r-list:not(.r-menu-label):has(> .r-menu) > svg::before { color: red; }
    .r-menu:hover .r-list-row + :is(.r-list-row, .r-menu > .r-list-wide) { color: red; }
    @media (hover: hover) { .r-list-row:hover { color: red; } }
    @keyframes r-list-in { from { opacity: 0; } }`;
  expect(classProblems([MENU, { file: "controls/list/list-renderer.ts", css }])).toEqual([]);
});

test.each([
  [".r-menu { color: red; }", ".r-menu is also in parts/menu.ts. Move the rule there, or give the element a class"],
  [".r-tabs > .r-menu::before { color: red; }", ".r-menu is also in parts/menu.ts."],
  [":is(.r-tabs, .r-tabs > .r-menu) { color: red; }", ".r-menu is also in parts/menu.ts."],
  ["@media print { .r-tabs.r-menu { color: red; } }", ".r-menu is also in parts/menu.ts."],
  [".r-on { color: red; }", ".r-on does not begin with r-tabs. Rename it."],
  [".r-tabsy { color: red; }", ".r-tabsy does not begin with r-tabs. Rename it."],
  [
    ".r-menu-row { color: red; }",
    ".r-menu-row does not begin with r-tabs. Rename it, or move the rule to parts/menu.ts.",
  ],
  ["@keyframes spin { to { opacity: 0; } }", "@keyframes spin does not begin with r-tabs. Rename it."],
])("%s in another file is refused", (css, problem) => {
  const problems = classProblems([MENU, { file: "controls/tabs/tabs.ts", css }]);
  expect(problems).toEqual([expect.stringContaining(`controls/tabs/tabs.ts: ${problem}`)]);
});

test("a class belongs to the file with the longest prefix", () => {
  const bar: Sheet = { file: "controls/menu-bar/menu-bar.ts", css: ".r-menu-bar { display: flex; }" };
  const css = ".r-menu-bar-item { color: red; }";
  expect(classProblems([MENU, bar, { file: "parts/menu.ts", css }])).toEqual([
    "parts/menu.ts: .r-menu-bar-item does not begin with r-menu. Rename it, or move the rule to controls/menu-bar/menu-bar.ts.",
  ]);
});
