import type { Read } from "../../core/control-props.ts";
import type { PageProps } from "../../core/page.ts";
import { adopt, css, element } from "../css.ts";
import type { Renderer } from "../renderer.ts";
import { setScroll } from "../scroll.ts";
import { isWhole, makeWindow, type WindowParts, windowProps, windowSlot } from "../window.ts";

interface PageParts extends WindowParts {
  /** Only where the app is the whole page. */
  readonly heading: HTMLElement | undefined;
}

/** What the tab is called when the app does not say. */
const appTitle: string = document.title;

/**
 * The page: a column as high as the window at least. Its title is also its heading, for screen readers.
 * @family core
 */
export const renderer: Renderer<PageProps<Read>, PageParts> = {
  create() {
    const parts = makeWindow("r-window");
    // An app inside another page does not name it.
    if (!isWhole()) return { ...parts, heading: undefined };
    const heading = element("h1", "r-hidden");
    heading.textContent = appTitle;
    parts.body.append(heading);
    return { ...parts, heading };
  },
  slot: windowSlot,
  props: {
    ...windowProps,
    title({ parts, props }) {
      if (parts.heading === undefined) return;
      document.title = props.title ?? appTitle;
      parts.heading.textContent = document.title;
    },
    themeMode({ root, props }) {
      root.classList.toggle("r-light", props.themeMode === "light");
      root.classList.toggle("r-dark", props.themeMode === "dark");
    },
    scroll({ parts, props }) {
      setScroll(parts.body, props.scroll, "y");
      // The window scrolls, and by keyboard: the page itself need not be reached for that.
      parts.body.removeAttribute("tabindex");
    },
  },
};

adopt(css`
.r-root:has(> .r-stage > .r-light) { color-scheme: light; }
.r-root:has(> .r-stage > .r-dark) { color-scheme: dark; }
.r-at-connectionNotice { display: none; position: fixed; inset-block-end: 16px; inset-inline: 16px; z-index: 3; justify-content: center; }
.r-away .r-at-connectionNotice { display: flex; }
.r-away:has(.r-at-connectionNotice > *) > .r-notices > .r-waiting { display: none; }
`);
