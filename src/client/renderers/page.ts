import type { Read } from "../../core/control-props.ts";
import type { PageProps } from "../../core/page.ts";
import { adopt, css, element, setStyle } from "../css.ts";
import type { Parts, Renderer } from "../renderer.ts";
import { setScroll } from "../scroll.ts";
import { px, toColor, toCrossAxis, toInsets, toMainAxis } from "../style.ts";

interface PageParts extends Parts {
  /** Only where the app is the whole page. */
  readonly heading: HTMLElement | undefined;
  /** Holds what the app shows while the connection is lost. */
  lost?: HTMLElement;
}

/** What the tab is called when the app does not say. */
const appTitle: string = document.title;

/**
 * The page: a column as high as the window at least. Its title is also its heading, for screen readers.
 * @family core
 */
export const renderer: Renderer<PageProps<Read>, PageParts> = {
  create() {
    // An app inside another page is a part of that, and does not name it.
    const isWhole = document.getElementById("runlet") !== null;
    const root = element(isWhole ? "main" : "div", "r-page");
    if (!isWhole) return { root, heading: undefined };
    const heading = element("h1", "r-hidden");
    heading.textContent = appTitle;
    root.append(heading);
    return { root, heading };
  },
  slot({ root, parts }, name) {
    if (name !== "connectionNotice") return root;
    parts.lost ??= element("div", "r-lost");
    root.append(parts.lost);
    return parts.lost;
  },
  props: {
    title({ parts, props }) {
      if (parts.heading === undefined) return;
      document.title = props.title ?? appTitle;
      parts.heading.textContent = document.title;
    },
    verticalAlignment: ({ root, props }) => setStyle(root, "justify-content", toMainAxis(props.verticalAlignment)),
    horizontalAlignment: ({ root, props }) => setStyle(root, "align-items", toCrossAxis(props.horizontalAlignment)),
    spacing: ({ root, props }) => setStyle(root, "gap", px(props.spacing)),
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    bgcolor: ({ root, props }) => setStyle(root, "background", toColor(props.bgcolor)),
    themeMode({ root, props }) {
      root.classList.toggle("r-light", props.themeMode === "light");
      root.classList.toggle("r-dark", props.themeMode === "dark");
    },
    scroll({ root, props }) {
      setScroll(root, props.scroll, "y");
      // The window scrolls, and by keyboard: the page itself need not be reached for that.
      root.removeAttribute("tabindex");
    },
  },
};

adopt(css`
.r-root:has(> .r-stage > .r-light) { color-scheme: light; }
.r-root:has(> .r-stage > .r-dark) { color-scheme: dark; }
.r-page { flex: 1; display: flex; flex-direction: column; align-items: flex-start; position: relative; }
.r-lost { display: none; position: fixed; inset-block-end: 16px; inset-inline: 16px; z-index: 1; justify-content: center; }
.r-away .r-lost { display: flex; }
.r-away:has(.r-lost > *) > .r-notices > .r-waiting { display: none; }
`);
