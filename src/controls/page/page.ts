import type { SchedulerLike } from "rxjs";
import type { ErrorPlace } from "../../core/declaration/errors.ts";
import { RunletError } from "../../core/declaration/errors.ts";
import { type ChildList, ensureChildList } from "../../core/tree/child-list.ts";
import { className, NODE } from "../../core/tree/node.ts";
import { pageLayout } from "../../layout/line.ts";
import { type Color, colorType } from "../../values/color.ts";
import {
  type FloatingActionButtonLocation,
  floatingActionButtonLocationType,
} from "../../values/floating-action-button-location.ts";
import { type Fonts, fontsType } from "../../values/fonts.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { CrossAxisAlignment, MainAxisAlignment, ScrollMode, ThemeMode } from "../../values/layout.ts";
import { type Theme, themeType } from "../../values/theme.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, number, oneOf, payload, type Spec, slot, slots, spec, text, value } from "../spec.ts";
import { ClockScheduler } from "./clock-scheduler.ts";
import type { Session } from "./host.ts";
import { type PageSession, SessionFacade } from "./page-session.ts";
import { PubSub, PubSubHub } from "./pubsub.ts";
import { UnboundedLayoutCheck } from "./unbounded-layout.ts";

/** An error with its origin, as passed to `page.onError`. */
export interface PageError {
  /** Thrown value, usually an `Error`. */
  readonly error: unknown;
  /** Origin of the error: the kind of code, its name, and the path of the control. */
  readonly where: ErrorPlace;
}

/** Properties of {@link Page}. Flet: `Page` and its root `View`. */
export interface PageProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Controls of the page, from top to bottom. Default none. */
  controls?: Children<M>;
  /** Title of the browser's tab. Default `null`: the name of the app. */
  title?: In<M, string | null>;
  /** Distribution of the free height among the controls. Default `"start"`. */
  verticalAlignment?: In<M, MainAxisAlignment>;
  /** Horizontal alignment of the controls. Default `"start"`. */
  horizontalAlignment?: In<M, CrossAxisAlignment>;
  /** Gap between two controls, in pixels. Default 10. */
  spacing?: In<M, number>;
  /**
   * Space between the edge of the page and its controls, in pixels: one number for all sides, or by side. Default 10.
   */
  padding?: In<M, Padding | null>;
  /**
   * Theme of the page in light mode, and in dark mode unless `darkTheme` is set. Default `null`: the baseline theme of
   * Material 3.
   */
  theme?: In<M, Theme | null>;
  /** Theme of the page in dark mode. Default `null`: `theme`. */
  darkTheme?: In<M, Theme | null>;
  /** Font files by the name of their font family: paths on the app's own host. Default `null`: none. */
  fonts?: In<M, Fonts | null>;
  /** Mode of the theme: light, dark, or the mode of the person's system. Default `"system"`. */
  themeMode?: In<M, ThemeMode>;
  /** Background color of the page. Default `null`: the theme's surface color. */
  bgcolor?: In<M, Color | null>;
  /**
   * Scrolling of controls that overflow the page, and its scrollbar. Default `null`: the browser scrolls as on any web
   * page.
   */
  scroll?: In<M, ScrollMode | null>;
  /** Bar at the top of the page, usually an AppBar. Default `null`: none. */
  appbar?: In<M, Control | null>;
  /**
   * Bar at the bottom of the page, usually a BottomAppBar. Hidden while a `navigationBar` is shown. Default `null`:
   * none.
   */
  bottomAppbar?: In<M, Control | null>;
  /** Bar at the bottom that leads to the main parts of the app, usually a NavigationBar. Default `null`: none. */
  navigationBar?: In<M, Control | null>;
  /** Button that stays in place over the content. Default `null`: none. */
  floatingActionButton?: In<M, Control | null>;
  /** Position of `floatingActionButton`. Default `null`: at the end, over the content. */
  floatingActionButtonLocation?: In<M, FloatingActionButtonLocation | null>;
  /** Further pages over this one, each a View; the last is shown. Default none. */
  views?: Children<M>;
  /** Called when the person goes back from the last of `views`; the app then removes it. `data` is its `route`. */
  onViewPop?: EventHandler<Page, string> | undefined;
  /** Control shown while the connection is lost, instead of the client's own banner. Default `null`: the banner. */
  connectionNotice?: In<M, Control | null>;
  /**
   * Whether the layout debugger is shown: outlines of all controls, and why each has its size or cannot be seen. In
   * development, Alt+Shift+D shows it, too. Default `false`.
   */
  showLayoutDebugger?: In<M, boolean>;
}

export interface Page extends Plain<PageProps<Read>> {
  /** Controls of the page, from top to bottom. Default none. */
  get controls(): ChildArray;
  set controls(children: readonly Control[]);
  /** Further pages over this one, each a View; the last is shown. Default none. */
  get views(): ChildArray;
  set views(children: readonly Control[]);
}

/** The root of what one client shows. The app reaches the client's session through it. */
export class Page extends Control {
  static override readonly spec: Spec<PageProps> = spec<PageProps>({
    type: "Page",
    parent: Control,
    layout: pageLayout,
    properties: {
      controls: slots(),
      title: text(null),
      verticalAlignment: oneOf(MainAxisAlignment, "start"),
      horizontalAlignment: oneOf(CrossAxisAlignment, "start"),
      spacing: number(10, { min: 0 }),
      padding: value<Padding, Padding | null>(paddingType, 10),
      theme: value(themeType, null),
      darkTheme: value(themeType, null),
      fonts: value(fontsType, null),
      themeMode: oneOf(ThemeMode, "system"),
      bgcolor: value(colorType, null),
      scroll: oneOf(ScrollMode, null),
      appbar: slot(),
      bottomAppbar: slot(),
      navigationBar: slot(),
      floatingActionButton: slot(),
      floatingActionButtonLocation: value(floatingActionButtonLocationType, null),
      views: slots("View"),
      onViewPop: event(payload.text),
      connectionNotice: slot(),
      showLayoutDebugger: flag(false),
    },
  });

  readonly #loop: ClockScheduler;
  readonly #engine: Session["engine"];
  /** Session that the page belongs to: its id, its user, and whether a client is connected. */
  readonly session: PageSession;
  /** Called when an error was handled by no control's `didCatch`. Without it, such errors are logged. */
  onError: ((error: PageError) => unknown) | undefined;
  /** Called when the client is connected again and gets what has changed. Not called the first time: that is `main`. */
  onConnect: (() => unknown) | undefined;
  /** Called when the connection is lost. The session is kept for a while: controls stay mounted, and tasks go on. */
  onDisconnect: (() => unknown) | undefined;
  /** Called once when the session is about to end. Controls are still mounted. No other event follows. */
  onClose: (() => unknown) | undefined;

  /** Channel for messages between the sessions of the app. */
  readonly pubsub: PubSub;
  /** @internal Check of the layout, which is part of each flush. */
  readonly treeCheck: UnboundedLayoutCheck;

  constructor(session: Session, hub: PubSubHub = new PubSubHub()) {
    super();
    this.#engine = session.engine;
    this.session = new SessionFacade(session);
    this.pubsub = new PubSub(session.engine, hub);
    this.treeCheck = new UnboundedLayoutCheck(session.engine.funnel);
    const { clock, counts, funnel } = session.engine;
    this.#loop = new ClockScheduler(
      clock,
      (change) => {
        counts.timers += change;
      },
      (error) => funnel.report(error, "task", "loop", this[NODE]),
    );
  }

  /** Whether changes are sent automatically. With `false`, only `update()` sends them. Default `true`. */
  get autoUpdate(): boolean {
    return this.#engine.isAutomatic;
  }
  set autoUpdate(isOn: boolean) {
    this.#engine.isAutomatic = isOn;
    if (isOn) this.#engine.requestUpdate();
  }

  /** Adds controls at the end of the page. Throws `duplicate-control` if a control is on the page already. */
  add(...controls: Control[]): void {
    this.insert(this.controls.length, ...controls);
  }

  /** Inserts controls before the one at index `at`. Throws `duplicate-control` if one is on the page already. */
  insert(at: number, ...controls: Control[]): void {
    const list = this.#list;
    const unique = new Set(controls);
    for (const control of controls) {
      if (unique.delete(control) && !list.has(control)) continue;
      throw new RunletError(
        "duplicate-control",
        `${className(control)} was added to the page twice. One instance can be in only one place: make a second instance.`,
      );
    }
    this.controls.splice(at, 0, ...controls);
  }

  /** Removes controls. Throws `not-found` if one is not directly on the page; then none is removed. */
  remove(...controls: Control[]): void {
    const list = this.#list;
    for (const control of controls) {
      if (list.has(control)) continue;
      throw new RunletError(
        "not-found",
        `${className(control)} is not directly on the page, so page.remove() cannot remove it. Remove it from its own parent.`,
      );
    }
    this.controls.remove(...controls);
  }

  /** Removes the control at an index. Throws `not-found` if there is none. */
  removeAt(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.controls.length) {
      throw new RunletError(
        "not-found",
        `page.removeAt(${index}): the page has ${this.controls.length} controls, and indexes start at 0.`,
      );
    }
    this.controls.splice(index, 1);
  }

  /** Removes all controls. */
  clean(): void {
    this.controls.length = 0;
  }

  get #list(): ChildList {
    return ensureChildList(this[NODE], "controls");
  }

  /**
   * Returns the wall time in milliseconds since 1970. It jumps when the machine's clock is set, so a duration is not
   * measured with it. Virtual in tests.
   */
  now(): number {
    return this.#engine.clock.now();
  }

  /**
   * Scheduler for RxJS: `timer(0, 1000, page.loop)`. Its work ends with the session. Setting the machine's clock changes
   * no duration; `timer(date, page.loop)` computes its duration from the wall time when it starts. Virtual in tests.
   */
  get loop(): SchedulerLike {
    return this.#loop;
  }

  /** @internal Ends what still waits for a timer or a message, because the session has ended. */
  dispose(): void {
    this.#loop.dispose();
    this.pubsub.dispose();
  }
}
