import { FOCUS } from "../../input/entered-values.ts";
import { isSnapshot } from "../../protocol/client-link.ts";
import type { Call, Document, Documents, Json, ResultCommand, Update } from "../../protocol/messages.ts";
import { type Operation, toKeys, toProperty } from "../../protocol/patch.ts";
import { Replica } from "../../protocol/replica.ts";
import { baseProps } from "../dom/base-props.ts";
import { whileNew } from "../dom/css.ts";
import { theming } from "../features/loaders.ts";
import { type FocusPosition, focus, focusPosition } from "../input/focus-place.ts";
import { type Box, readTakes } from "../rendering/boxes.ts";
import { defaultsOf } from "../rendering/defaults.ts";
import { afterUpdate } from "../rendering/feature.ts";
import type { Setter } from "../rendering/renderer.ts";
import { type Outgoing, propsOf, updateProps, View } from "../rendering/view.ts";
import type { Themes } from "../theme/theming.ts";
import { applyOperations } from "./apply.ts";
import { errorPlaceholder } from "./error-placeholder.ts";
import { LayoutPass } from "./layout-pass.ts";
import { answering, preload } from "./preload.ts";
import { layoutOf, rendererOf } from "./registry.ts";
import { Slots } from "./slots.ts";

let count = 0;

/** Time after the first update in milliseconds until code is loaded that may soon be needed. */
const IDLE = 1000;

/** Loads the code for a person who uses the page. */
const loadHands = (event?: Event): void => {
  const path = event?.composedPath();
  import("../input/hands.ts").then(
    ({ useHands }) => useHands(event, path),
    () => {},
  );
};

type AnySetter = Setter<unknown, { root: HTMLElement }>;

/** Callbacks for failures and results on the way to the screen. */
export interface ScreenEvents {
  /** Called when a renderer threw or could not be loaded. The rest of the page still works. */
  failed(error: unknown): void;
  /** Called before an update is applied. */
  applying(update: Update): void;
  /** Called with the answer when a method call on a control has returned or failed. */
  answered(answer: Omit<ResultCommand, "cmd">): void;
  /** Called when an update could not be applied, so the replica is not reliable. */
  outOfSync(error: unknown): void;
}

/** Keeps the elements on the page equal to the replica. Each operation updates only the control that it names. */
export class Screen {
  readonly replica: Replica = new Replica(applyOperations);
  readonly #root: Element;
  readonly #outgoing: Outgoing;
  readonly #events: ScreenEvents;
  /** Number of the app. Ids of elements must differ between all apps on a page. */
  readonly #appNumber: number = count++;
  #isDisposed = false;
  /** Whether an update failed. Then the state of the views is unknown until all documents have arrived. */
  #isOutOfSync = false;
  readonly #views = new Map<number, View>();
  /** Promise of the last pending update. Updates wait in order while a renderer is loading. */
  #ready: Promise<void> | undefined;

  readonly #layout: LayoutPass = new LayoutPass();
  #themes: Themes | undefined;
  readonly #slots: Slots = new Slots({
    slotsOf: ({ id }) => this.replica.documents[id]?.$slots,
    build: (id, parent, slot) => this.#build(id, parent, slot),
    changed: (view) => {
      // The children of a new view are laid out with it.
      if (view.limits !== undefined) this.#layout.add(view);
      this.#safely(() => view.renderer.childrenChanged?.(view));
    },
  });

  constructor(root: Element, outgoing: Outgoing, events: ScreenEvents) {
    this.#root = root;
    this.#events = events;
    this.#outgoing = {
      event: (...event) => this.#isDisposed || outgoing.event(...event),
      write: (...write) => this.#isDisposed || outgoing.write(...write),
    };
  }

  /** Ends this screen, because another session takes over. Later events of its elements are not sent. */
  dispose(): void {
    this.#isDisposed = true;
    for (const id of [...this.#views.keys()]) this.#dispose(id);
    this.#themes?.dispose();
  }

  /** Applies an update, at once if all renderers and features for it are loaded. Then calls `done`. */
  update(update: Update, done: () => void): void {
    const loading = this.#ready === undefined ? this.#preload(update) : this.#ready.then(() => this.#preload(update));
    if (loading === undefined) return this.#show(update, done);
    const ready: Promise<void> = loading.then(() => {
      if (this.#ready === ready) this.#ready = undefined;
      this.#show(update, done);
    });
    this.#ready = ready;
  }

  #preload(update: Update): Promise<unknown> | undefined {
    return preload(update, this.#events.failed);
  }

  #show(update: Update, done: () => void): void {
    if (this.#isDisposed) return;
    try {
      this.#events.applying(update);
      this.#apply(update);
    } catch (error) {
      this.#isOutOfSync = true;
      return this.#events.outOfSync(error);
    }
    if (isSnapshot(update)) this.#isOutOfSync = false;
    done();
    for (const call of update.calls ?? []) void this.#answer(call);
  }

  /** Updates a view's property after a local write. The replica and the element have the value already. */
  recordWrite(id: number, property: string, value: unknown): void {
    const view = this.#views.get(id);
    if (view !== undefined) (view.props as { [name: string]: unknown })[property] = value;
  }

  /** Shows a property's value again, because it is not the one that the person entered. */
  showProperty(id: number, property: string): void {
    const view = this.#views.get(id);
    if (view !== undefined) this.#call(view, [property]);
  }

  /** Enters a value as if the person had entered it. Used to restore input. */
  writeAsPerson(id: number, property: string, value: Json): void {
    const view = this.#views.get(id);
    if (view === undefined || view.isDisabled) return;
    if (property === FOCUS) return focus(view.root, value as FocusPosition);
    (view as View<{ [name: string]: Json }>).write(property, value, "change");
    this.#call(view, [property]);
  }

  /** View of the page. Undefined until the first update is shown. */
  get page(): View | undefined {
    return this.#views.get(1);
  }

  /** The control that has the focus, and the position of the focus in it. */
  get focused(): { readonly id: number; readonly value: FocusPosition } | undefined {
    return focusPosition(this.#root);
  }

  #apply(update: Update): void {
    if (theming !== undefined) this.#beginThemes(theming);
    const before = this.replica.documents;
    const { operations, removed } = this.replica.update(update);
    const only = operations.length === 1 ? toProperty(operations[0]?.path ?? "") : undefined;
    if (only === undefined || only.name === "$slots") this.#applyAll(before, operations, removed);
    else {
      // Most updates change one property.
      const view = this.#views.get(Number(only.id));
      if (view !== undefined) this.#setProps(view, [only.name]);
    }
    this.#layout.run();
    for (const tidy of afterUpdate) tidy();
  }

  #applyAll(before: Documents, operations: readonly Operation[], removed: readonly string[]): void {
    const changed = new Map<View, string[]>();
    const detached = new Set<View>();
    for (const operation of operations) {
      const target = toProperty(operation.path);
      const [id, property, ...rest] = target === undefined ? toKeys(operation.path) : [target.id, target.name];
      if (id === undefined) {
        this.#showAll(before, changed, detached);
        continue;
      }
      const view = this.#views.get(Number(id));
      if (view === undefined || property === undefined) continue;
      if (property === "$slots") this.#slots.edit(view, operation, rest, detached);
      else {
        const names = changed.get(view);
        if (names === undefined) changed.set(view, [property]);
        else names.push(property);
      }
    }
    for (const id of removed) this.#dispose(Number(id));
    for (const view of detached) if (view.parent === undefined) view.root.remove();
    for (const [view, names] of changed) this.#setProps(view, names);
  }

  /** Shows all documents after a full update. Existing elements stay and are updated. */
  #showAll(before: Documents, changed: Map<View, string[]>, detached: Set<View>): void {
    const { documents } = this.replica;
    const known = [...this.#views.values()];
    // If the type of an id changed, it is another control. A correct server never sends that, so everything is rebuilt.
    const isOther = known.some(({ id, type }) => (documents[id]?.$type ?? type) !== type);
    if (isOther) for (const { id } of known) this.#dispose(id);
    if (!this.#views.has(1)) {
      // Not for `autofocus`, before the page is painted. Again for each event, because loading may fail without a connection.
      setTimeout(() => {
        for (const type of ["focusin", "pointerdown", "pointermove"])
          this.#root.addEventListener(type, loadHands, { once: true });
      });
      setTimeout(loadHands, IDLE);
      return this.#root.replaceChildren(this.#build(1, undefined, "").root);
    }
    for (const view of known) {
      const [old, now] = [before[view.id], documents[view.id]];
      if (now === undefined) continue;
      const all = Object.keys({ ...old, ...view.props, ...now });
      const names = this.#isOutOfSync ? all : all.filter((name) => !isSame(old?.[name], now[name]));
      if (names.includes("$slots")) this.#slots.edit(view, undefined, [], detached);
      if (names.length > 0) changed.set(view, names);
    }
    for (const { id } of known) if (documents[id] === undefined) this.#dispose(id);
  }

  /** Starts themes when the first theme is used on the page. From then on, each view knows the theme in effect. */
  #beginThemes({ Themes }: NonNullable<typeof theming>): void {
    if (this.#themes !== undefined) return;
    const renew = (): void => {
      const page = this.#views.get(1);
      if (page !== undefined) this.#themes?.renew(page);
    };
    const host = (this.#root.parentElement ?? this.#root) as HTMLElement;
    const documentOf = (id: number) => this.replica.documents[id];
    this.#themes = new Themes(host, documentOf, (view, names) => this.#setProps(view, [...names]), renew);
    renew();
  }

  async #answer(call: Call): Promise<void> {
    const answered = await answering?.answer(call, this.#views.get(call.id));
    // A late answer must not reach the next session, whose calls have the same numbers.
    if (answered && !this.#isDisposed) this.#events.answered(answered);
  }

  // ---- views ------------------------------------------------------------------------------------

  #build(id: number, parent: View | undefined, slot: string): View {
    const known = this.#views.get(id);
    if (known !== undefined) return this.#move(known, parent, slot);
    const document = this.replica.documents[id] as Document;
    const renderer = rendererOf(document.$type);
    const layout = layoutOf(document.$type, renderer);
    const view: View = new View(id, this.#appNumber, document.$type, renderer, layout, this.#outgoing);
    this.#views.set(id, view);
    view.parent = parent;
    view.slot = slot;
    view.scope = this.#themes?.scopeOf(document, parent?.scope);
    this.#readProps(view, document);
    whileNew(() => this.#make(view, document));
    readTakes(view as Box);
    if (parent === undefined || parent.limits !== undefined) this.#layout.add(view);
    return view;
  }

  #make(view: View, document: Document): void {
    const { renderer, parent } = view;
    view.parts = this.#safely(() => renderer.create(view)) ?? { root: errorPlaceholder(view) };
    view.root.setAttribute("data-id", String(view.id));
    if (view.scope !== parent?.scope) this.#themes?.applyTo(view);
    view.isDisabled = parent?.isDisabled === true || isDisabledItself(view);
    if (view.isDisabled) this.#safely(() => renderer.disabled?.(view, true));
    const names = Object.keys(document);
    if (renderer.impliesDefaults !== true) names.push(...Object.keys(defaultsOf(view.type)));
    if (view.scope !== undefined) names.push(...view.scope.namesOf(view.type));
    this.#call(view, names);
    for (const slot in document.$slots) this.#slots.fill(view, slot);
    if (document.$error !== undefined) this.#showError(view);
  }

  /** Shows or removes the error of a `build()` that threw. Its code is seldom needed. */
  #showError(view: View): void {
    import("./show-error.ts").then(({ showError }) => showError(view), this.#events.failed);
  }

  #move(view: View, parent: View | undefined, slot: string): View {
    const isElsewhere = view.parent !== parent || view.slot !== slot;
    view.parent = parent;
    view.slot = slot;
    this.#themes?.moved(view);
    this.#updateDisabled(view);
    if (!isElsewhere) return view;
    this.#layout.add(view);
    this.#moved(view);
    return view;
  }

  #moved(view: View): void {
    this.#safely(() => view.renderer.moved?.(view));
    for (const child of view.allChildren()) this.#moved(child);
  }

  #readProps(view: View, document: Document): void {
    const props = view.scope?.propsOf(document) ?? propsOf(document, defaultsOf(view.type));
    view.props = props as typeof view.props;
  }

  #setProps(view: View, names: readonly string[]): void {
    const document = this.replica.documents[view.id];
    if (document === undefined) return;
    if (this.#themes !== undefined && THEMED.some((name) => names.includes(name))) this.#themes.renew(view);
    if (view.scope === undefined) updateProps(view.props as object, document, names);
    else this.#readProps(view, document);
    if (names.includes("disabled")) this.#updateDisabled(view);
    const { isContents } = view;
    this.#call(view, names);
    if (view.isContents !== isContents) this.#layout.add(view, true);
    else this.#layout.changed(view, names);
    if (names.includes("$error")) this.#showError(view);
  }

  #updateDisabled(view: View): void {
    const isDisabled = view.parent?.isDisabled === true || isDisabledItself(view);
    if (view.isDisabled === isDisabled) return;
    view.isDisabled = isDisabled;
    this.#safely(() => view.renderer.disabled?.(view, isDisabled));
    for (const child of view.allChildren()) this.#updateDisabled(child);
  }

  #dispose(id: number): void {
    const view = this.#views.get(id);
    if (view === undefined) return;
    this.#views.delete(id);
    this.#safely(() => view.renderer.destroy?.(view));
    view.root.remove();
  }

  /** Calls each setter of the properties once. */
  #call(view: View, names: Iterable<string>): void {
    const own = view.renderer.props as { readonly [name: string]: AnySetter | undefined } | undefined;
    const called: AnySetter[] = [];
    for (const name of names) {
      const setter = own?.[name] ?? baseProps[name];
      if (setter === undefined || called.includes(setter)) continue;
      called.push(setter);
      try {
        setter(view);
      } catch (error) {
        this.#events.failed(error);
      }
    }
  }

  /** Runs code of a renderer. Its errors must not affect other controls. */
  #safely<T>(callback: () => T): T | undefined {
    try {
      return callback();
    } catch (error) {
      this.#events.failed(error);
      return undefined;
    }
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

function isDisabledItself(view: View): boolean {
  return (view.props as { disabled?: boolean }).disabled === true;
}

/** Properties that define themes. */
const THEMED: readonly string[] = ["theme", "darkTheme", "themeMode", "fonts"];
