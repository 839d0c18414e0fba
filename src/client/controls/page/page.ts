import type { Read } from "../../../controls/control-props.ts";
import type { PageProps } from "../../../controls/page/page.ts";
import { adopt, css, element } from "../../dom/css.ts";
import {
  isStandalone,
  makePageFrame,
  type PageFrameParts,
  pageFrameProps,
  pageFrameSlot,
} from "../../parts/page-frame.ts";
import type { Renderer } from "../../rendering/renderer.ts";

interface PageParts extends PageFrameParts {
  /** Heading of the page. Undefined in an app inside another page. */
  readonly heading: HTMLElement | undefined;
}

/** Title of the browser tab when the app sets none. */
const appTitle: string = document.title;

/** The page: a column at least as high as the viewport. Its title is also its heading for screen readers. */
export const renderer: Renderer<PageProps<Read>, PageParts> = {
  create() {
    const parts = makePageFrame("r-window");
    // An app inside another page does not name that page.
    if (!isStandalone()) return { ...parts, heading: undefined };
    const heading = element("h1", "r-hidden");
    heading.textContent = appTitle;
    parts.body.append(heading);
    return { ...parts, heading };
  },
  slot: pageFrameSlot,
  props: {
    ...pageFrameProps,
    title({ parts, props }) {
      if (parts.heading === undefined) return;
      document.title = props.title ?? appTitle;
      parts.heading.textContent = document.title;
    },
    themeMode({ root, props }) {
      root.classList.toggle("r-window-light", props.themeMode === "light");
      root.classList.toggle("r-window-dark", props.themeMode === "dark");
    },
  },
};

adopt(css`
.r-page-connectionNotice { display: none; position: fixed; inset-block-end: 16px; inset-inline: 16px; z-index: 3; justify-content: center; }
.r-root-away .r-page-connectionNotice { display: flex; }
`);
