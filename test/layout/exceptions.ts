/**
 * Cases that Runlet does not lay out as Flutter does in any browser, each with the reason and what would be needed. A case
 * that passes must not be in this table.
 */
export const exceptions: { readonly [name: string]: string } = {
  "container/align-expand":
    "A control with `align` that also expands is placed within its share. In CSS one element cannot be a share and be smaller than it. It would need a second element around each control with `align`.",
  "overflow/list-of-wide":
    "Flutter clips a list only if its rows do not fit along the list. A browser clips whatever scrolls, on all sides.",
  "page/scroll":
    "In Flutter the padding of a page that scrolls stays in place. In Runlet the page scrolls as any web page, with its padding, so that the browser's own scrolling, find and print work.",
  "random/089": "As overflow/list-of-wide: a list of which a row is wider than the list.",
  "random/172":
    "A ResponsiveRow of several lines is only as wide as its widest line, and the page places it at the end. In Runlet it is as wide as its space, because the width of its columns follows from its own.",
  "random/216":
    "Flutter clips a Stack only if a child with a position does not fit. Runlet clips it always, unless `clipBehavior` is none. To know what fits, it would have to be measured.",
  "random/245":
    "From right to left, Flutter shows a Row that does not fit from its last child on. A browser shows it from its first child on, as a reader expects.",
};

/** More of these cases, which are only wrong in Chromium. There is no case that is only wrong in Firefox. */
export const chromiumExceptions: { readonly [name: string]: string } = {
  "container/aspect-in-height":
    "A shape that fits into a width and a height at once. Firefox derives a largest width from the largest height. Chromium does so only if the width depends on the content, not if the control fills its cell. It would need to be measured.",
};
