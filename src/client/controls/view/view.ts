import type { Read } from "../../../controls/control-props.ts";
import type { ViewProps } from "../../../controls/view/view.ts";
import { adopt, css } from "../../dom/css.ts";
import { setDecoration, setForeground } from "../../dom/decoration.ts";
import { viewOpeners } from "../../input/focus-owners.ts";
import { scrollProps, setScroll } from "../../input/scroll-props.ts";
import { makePageFrame, type PageFrameParts, pageFrameProps, pageFrameSlot } from "../../parts/page-frame.ts";
import { DIALOG, popView } from "../../parts/view-pop.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

type ViewView = View<ViewProps<Read>, PageFrameParts>;

const scrolling = scrollProps(() => "y");

function redecorate({ root, props }: ViewView): void {
  setDecoration(root, props.decoration == null ? { bgcolor: props.bgcolor } : props.decoration);
}

/** A page that covers the page below it. */
export const renderer: Renderer<ViewProps<Read>, PageFrameParts> = {
  create() {
    const parts = makePageFrame("r-view");
    // The focus returns there when the view is gone.
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) viewOpeners.set(parts.root, activeElement);
    // The page below can no longer be used, so the view takes the focus. A control that asks for the focus does so
    // later, and gets it.
    queueMicrotask(() => {
      parts.root.tabIndex = -1;
      parts.root.focus({ preventScroll: true });
    });
    return parts;
  },
  slot: pageFrameSlot,
  childrenChanged: scrolling.follow,
  methods: {
    scrollTo: scrolling.scrollTo,
    confirmPop(view, shouldPop) {
      if (shouldPop === true) popView(view as View<ViewProps<Read>>);
    },
  },
  props: {
    ...pageFrameProps,
    bgcolor: redecorate,
    decoration: redecorate,
    foregroundDecoration: ({ root, props }) => setForeground(root, props.foregroundDecoration),
    fullscreenDialog({ root, props }) {
      root.classList.toggle("r-view-dialog", props.fullscreenDialog === true);
      for (const bar of root.querySelectorAll(".r-app-bar")) bar.dispatchEvent(new Event(DIALOG));
    },
    scroll({ root, props }) {
      setScroll(root, props.scroll, "y");
      root.tabIndex = -1;
    },
    onScroll: scrolling.onScroll,
  },
};

adopt(css`
.r-view {
  position: fixed;
  inset: 0;
  z-index: 2;
  display: flex;
  flex-direction: column;
  overflow: auto;
  background: var(--r-surface);
  animation: r-view-in 300ms cubic-bezier(0.05, 0.7, 0.1, 1);
}
.r-view:not(:has(> main)) { position: absolute; }
.r-root .r-view:focus { outline: none; }
.r-view-dialog { animation-name: r-view-up; }
@keyframes r-view-in { from { opacity: 0; translate: var(--r-view-from, 64px); } }
.r-view:dir(rtl) { --r-view-from: -64px; }
@keyframes r-view-up { from { opacity: 0; translate: 0 25%; } }
.r-view:has(~ .r-view:not([hidden])),
.r-window:has(> .r-page-views > .r-view:not([hidden])) > :not(.r-page-views, .r-page-connectionNotice, .r-error, [popover]) {
  visibility: hidden;
  transition: visibility 0s 300ms;
}
html:has(#runlet .r-view:not([hidden])) { overflow: hidden; }
@media (prefers-reduced-motion: reduce) {
  .r-view { animation: none; }
}
`);
