import { type Fonts, fontsType } from "../controls/values/fonts.ts";
import { type Theme, themeType } from "../controls/values/theme.ts";
import { childList } from "./children.ts";
import { Control } from "./control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "./control-props.ts";
import { RunletError } from "./errors.ts";
import type { EventHandler } from "./event.ts";
import type { ErrorPlace } from "./funnel.ts";
import { NODE } from "./node.ts";
import type { PubSub } from "./pubsub.ts";
import type { ClockScheduler } from "./schedule.ts";
import type { Session } from "./session.ts";
import { event, number, oneOf, payload, type Spec, slot, slots, spec, text, value } from "./spec.ts";
import { type Color, colorType } from "./values/color.ts";
import {
  type FloatingActionButtonLocation,
  floatingActionButtonLocationType,
} from "./values/floating-action-button-location.ts";
import { type Padding, paddingType } from "./values/insets.ts";
import { CrossAxisAlignment, MainAxisAlignment, ScrollMode, ThemeMode } from "./values/layout.ts";

/** What a handler of `page.onError` is given. */
export interface PageError {
  readonly error: unknown;
  readonly where: ErrorPlace;
}

/** Properties of {@link Page}. Flet: `Page` and its root `View`. */
export interface PageProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What the page shows, from top to bottom. */
  controls?: Children<M>;
  /** What the browser's tab is called. Default `null`: the name of the app. */
  title?: In<M, string | null>;
  /** How the controls share the height. Default `"start"`. */
  verticalAlignment?: In<M, MainAxisAlignment>;
  /** How the controls stand across the page. Default `"start"`. */
  horizontalAlignment?: In<M, CrossAxisAlignment>;
  /** Pixels between two controls. Default 10. */
  spacing?: In<M, number>;
  /** Pixels between the edge and the controls. Default 10. */
  padding?: In<M, Padding | null>;
  /** How everything looks, in light and, without `darkTheme`, in dark. Default `null`: the baseline of Material 3. */
  theme?: In<M, Theme | null>;
  /** How everything looks in dark. Default `null`: as `theme` says. */
  darkTheme?: In<M, Theme | null>;
  /** Font files by the name of the family that they become: paths on the app's own host. Default none. */
  fonts?: In<M, Fonts | null>;
  /** Light, dark, or as the person's system is set. Default `"system"`. */
  themeMode?: In<M, ThemeMode>;
  /** Behind everything. Default `null`: the theme's surface. */
  bgcolor?: In<M, Color | null>;
  /** How what does not fit scrolls. Default `null`: as a web page does. */
  scroll?: In<M, ScrollMode | null>;
  /** The bar at the top, usually an AppBar. Default none. */
  appbar?: In<M, Control | null>;
  /** The bar at the bottom, usually a BottomAppBar. With a `navigationBar` that one is shown. Default none. */
  bottomAppbar?: In<M, Control | null>;
  /** The way to the app's main places, at the bottom; usually a NavigationBar. Default none. */
  navigationBar?: In<M, Control | null>;
  /** A button that stays in place over the content. Default none. */
  floatingActionButton?: In<M, Control | null>;
  /** Where that button stands. Default `null`: at the end, over the content. */
  floatingActionButtonLocation?: In<M, FloatingActionButtonLocation | null>;
  /** Further pages, each a View, over this one; the last is shown. Default none. */
  views?: Children<M>;
  /** The person wants to go back from the last of `views`, and the app takes it away; `data` is its `route`. */
  onViewPop?: EventHandler<Page, string> | undefined;
  /** Shown while the connection is lost, in place of the client's own banner. Default `null`. */
  connectionNotice?: In<M, Control | null>;
}

export interface Page extends Plain<PageProps<Read>> {}

/** The root of what one client sees, and the app's door to it. */
export class Page extends Control {
  static override readonly spec: Spec<PageProps<Read>> = spec<PageProps<Read>, LayoutProps<Read>>(
    "Page",
    Control,
    {
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
    },
    undefined,
    undefined,
    ({ scroll }) => ({ along: "height", isEndless: scroll !== null, isShared: true }),
  );

  #autoUpdate = true;
  /** The session whose page this is. */
  readonly session: Session;
  /** Hears of errors that no control's `didCatch` took; without it they are logged. */
  onError: ((error: PageError) => unknown) | undefined;
  /** The client is connected again, and is being given what changed. Not called the first time: that is `main`. */
  onConnect: (() => unknown) | undefined;
  /** The connection was lost. The session is kept for a while: controls stay mounted, and tasks go on. */
  onDisconnect: (() => unknown) | undefined;
  /** The session is about to end, for good; controls are still mounted. The last of all events, once. */
  onClose: (() => unknown) | undefined;

  constructor(session: Session) {
    super();
    this.session = session;
  }

  /** Whether changes are sent by themselves. `false` leaves it to `update()`. Default `true`. */
  get autoUpdate(): boolean {
    return this.#autoUpdate;
  }
  set autoUpdate(isOn: boolean) {
    this.#autoUpdate = isOn;
    if (isOn) this.session.changes.announce();
  }

  /** Adds controls at the end. */
  add(...controls: Control[]): void {
    this.insert(this.controls.length, ...controls);
  }

  /** Adds controls before the one at `at`. */
  insert(at: number, ...controls: Control[]): void {
    const there = new Set<unknown>(this.#children);
    for (const control of controls) {
      if (!there.has(control)) {
        there.add(control);
        continue;
      }
      throw new RunletError(
        "duplicate-control",
        `${control.constructor.name} was added to the page twice. One instance can stand in one place: make a second instance.`,
      );
    }
    this.controls.splice(at, 0, ...controls);
  }

  /** Takes controls out. One that is not directly on the page is an error, and nothing is taken out. */
  remove(...controls: Control[]): void {
    const there = this.#children;
    for (const control of controls) {
      if (there.includes(control)) continue;
      throw new RunletError(
        "not-found",
        `${control.constructor.name} is not directly on the page, so page.remove() cannot take it out. Take it out of its own parent.`,
      );
    }
    for (const control of controls) this.controls.splice(there.indexOf(control), 1);
  }

  /** Takes the control at an index out. */
  removeAt(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.controls.length) {
      throw new RunletError(
        "not-found",
        `page.removeAt(${index}): the page has ${this.controls.length} controls, from 0 on.`,
      );
    }
    this.controls.splice(index, 1);
  }

  /** Takes all controls out. */
  clean(): void {
    this.controls.length = 0;
  }

  /** The controls as a plain array: to look something up in it costs less than in the one that notices edits. */
  get #children(): readonly Control[] {
    return childList(this[NODE], "controls").items;
  }

  /** Milliseconds since 1970: virtual in tests. */
  now(): number {
    return this.session.clock.now();
  }

  /** The scheduler for RxJS: `timer(0, 1000, page.loop)`. Virtual in tests. */
  get loop(): ClockScheduler {
    return this.session.scheduler;
  }

  /** Messages between the sessions of the app. */
  get pubsub(): PubSub {
    return this.session.pubsub;
  }

  /** @internal Gives an error to `onError`: true when there is one. */
  handleError(error: unknown, where: ErrorPlace): unknown {
    return this.onError?.({ error, where });
  }
}
