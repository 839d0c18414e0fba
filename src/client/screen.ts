import type { Call, Document, Documents, Json, Update } from "../protocol/messages.ts";
import { type Operation, toKeys } from "../protocol/patch.ts";
import { Replica } from "../protocol/replica.ts";
import { FOCUS } from "../protocol/typed.ts";
import { applyOperations } from "./apply.ts";
import { badgeBox, baseProps } from "./base.ts";
import { brokenPart, showError } from "./broken.ts";
import { whileNew } from "./css.ts";
import { afterUpdate, loadFeatures, theming } from "./features.ts";
import { place } from "./place.ts";
import { defaultsOf, loadAll, rendererOf } from "./registry.ts";
import type { Renderer, Setter } from "./renderer.ts";
import type { Themes } from "./theming.ts";
import { type Outgoing, propsOf, updateProps, View } from "./view.ts";

let count = 0;

type AnySetter = Setter<unknown, { root: HTMLElement }>;

/** What went wrong on the way to the screen. */
export interface ScreenFailures {
  /** A renderer threw or could not be loaded: the rest of the page goes on. */
  failed(error: unknown): void;
  /** A control did what it was asked to, or could not. */
  answered(call: Call, value: Json | undefined, error?: unknown): void;
  /** An update could not be applied: what the replica holds is not to be relied on. */
  lost(error: unknown): void;
}

/** Keeps the elements on the page equal to the replica: each operation touches what it names, and no more. */
export class Screen {
  readonly replica: Replica = new Replica(applyOperations);
  readonly #root: Element;
  readonly #outgoing: Outgoing;
  readonly #failures: ScreenFailures;
  /** Ids of elements must differ between all apps on a page. */
  readonly #number: number = count++;
  #isOver = false;
  /** An update failed: what the views show is not known until all documents have come. */
  #isLost = false;
  readonly #views = new Map<number, View>();
  /** Updates wait here, in order, while a renderer is loading. */
  #ready: Promise<void> | undefined;

  #themes: Themes | undefined;

  constructor(root: Element, outgoing: Outgoing, failures: ScreenFailures) {
    this.#root = root;
    this.#failures = failures;
    this.#outgoing = {
      event: (...event) => this.#isOver || outgoing.event(...event),
      write: (...write) => this.#isOver || outgoing.write(...write),
    };
  }

  /** Another session takes over: what still happens to this one's elements is nothing to tell. */
  end(): void {
    this.#isOver = true;
    for (const id of [...this.#views.keys()]) this.#dispose(id);
    this.#themes?.end();
  }

  /** Applies an update, at once if everything it shows is loaded. */
  update(update: Update, done: () => void): void {
    const apply = (): void => {
      if (this.#isOver) return;
      try {
        this.#apply(update);
      } catch (error) {
        this.#isLost = true;
        return this.#failures.lost(error);
      }
      if (update.ops[0]?.path === "") this.#isLost = false;
      done();
      for (const call of update.calls ?? []) void this.#answer(call);
    };
    const load = () => {
      const needed = neededBy(update.ops);
      const failed = (error: unknown) => this.#failures.failed(error);
      const [renderers, features] = [loadAll(needed.types, failed), loadFeatures(needed.properties, failed)];
      return renderers === undefined || features === undefined
        ? (renderers ?? features)
        : Promise.all([renderers, features]);
    };
    const loading = this.#ready === undefined ? load() : this.#ready.then(load);
    if (loading === undefined) return apply();
    const ready: Promise<void> = loading.then(() => {
      if (this.#ready === ready) this.#ready = undefined;
      apply();
    });
    this.#ready = ready;
  }

  /** Own writes are in the replica already: the view's properties follow. The element shows the value by itself. */
  wrote(id: number, property: string, value: unknown): void {
    const view = this.#views.get(id);
    if (view !== undefined) (view.props as { [name: string]: unknown })[property] = value;
  }

  /** Puts a value in as if the person did. */
  enter(id: number, property: string, value: Json): void {
    const view = this.#views.get(id);
    if (view === undefined || view.isDisabled) return;
    if (property === FOCUS) return focus(view.root, value as FocusPlace);
    view.write(property as never, value, "change");
    this.#call(view, [property]);
  }

  /** Where the keyboard is: in which control, and where in it. */
  get focused(): { readonly id: number; readonly value: FocusPlace } | undefined {
    const at = document.activeElement as HTMLInputElement | null;
    const root = at?.closest<HTMLElement>("[data-id]");
    if (at === null || root == null || !this.#root.contains(at)) return undefined;
    const { selectionStart = null, selectionEnd = null } = at;
    return { id: Number(root.dataset.id), value: [elementsOf(root).indexOf(at), selectionStart, selectionEnd] };
  }

  #apply(update: Update): void {
    if (theming !== undefined) this.#beginThemes(theming);
    const before = this.replica.documents;
    const { operations, removed } = this.replica.update(update);
    const changed = new Map<View, string[]>();
    const detached = new Set<View>();
    for (const operation of operations) {
      const [id, property, ...rest] = toKeys(operation.path);
      if (id === undefined) {
        this.#showAll(before, changed, detached);
        continue;
      }
      const view = this.#views.get(Number(id));
      if (view === undefined || property === undefined) continue;
      if (property === "$slots") this.#editSlots(view, operation, rest, detached);
      else {
        const names = changed.get(view);
        if (names === undefined) changed.set(view, [property]);
        else names.push(property);
      }
    }
    for (const id of removed) this.#dispose(Number(id));
    for (const view of detached) if (view.parent === undefined) view.root.remove();
    for (const [view, names] of changed) this.#setProps(view, names);
    for (const tidy of afterUpdate) tidy();
  }

  /** All documents came: what is on the page stays, and becomes what they say. */
  #showAll(before: Documents, changed: Map<View, string[]>, detached: Set<View>): void {
    const { documents } = this.replica;
    const known = [...this.#views.values()];
    // An id of another type is another control: no server that keeps the protocol gives it, and all is made anew.
    const isOther = known.some(({ id, type }) => (documents[id]?.$type ?? type) !== type);
    if (isOther) for (const { id } of known) this.#dispose(id);
    if (!this.#views.has(1)) return this.#root.replaceChildren(this.#build(1, undefined).root);
    for (const view of known) {
      const [old, now] = [before[view.id], documents[view.id]];
      if (now === undefined) continue;
      const all = Object.keys({ ...old, ...view.props, ...now });
      const names = this.#isLost ? all : all.filter((name) => !isSame(old?.[name], now[name]));
      if (names.includes("$slots")) this.#editSlots(view, undefined, [], detached);
      if (names.length > 0) changed.set(view, names);
    }
    for (const { id } of known) if (documents[id] === undefined) this.#dispose(id);
  }

  /** Something on the page has a theme: from now on, each view knows which one is in force. */
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
    const view = this.#views.get(call.id);
    try {
      const method = view?.renderer.methods?.[call.method];
      if (view === undefined || method === undefined) throw new Error(`nothing shows ${call.method}()`);
      this.#failures.answered(call, (await method(view, call.args as never)) ?? undefined);
    } catch (error) {
      this.#failures.answered(call, undefined, error);
    }
  }

  // ---- views ------------------------------------------------------------------------------------

  #build(id: number, parent: View | undefined): View {
    const known = this.#views.get(id);
    if (known !== undefined) return this.#move(known, parent);
    const document = this.replica.documents[id] as Document;
    const renderer = rendererOf(document.$type);
    const view: View = new View(id, this.#number, document.$type, renderer, this.#outgoing);
    this.#views.set(id, view);
    view.parent = parent;
    view.scope = this.#themes?.scopeOf(document, parent?.scope);
    this.#readProps(view, document);
    whileNew(() => this.#make(view, document));
    return view;
  }

  #make(view: View, document: Document): void {
    const { renderer, parent } = view;
    view.parts = this.#safely(() => renderer.create(view)) ?? { root: brokenPart(view) };
    view.root.setAttribute("data-id", String(view.id));
    if (view.scope !== parent?.scope) this.#themes?.dress(view);
    view.isDisabled = parent?.isDisabled === true || isDisabledItself(view);
    if (view.isDisabled) this.#safely(() => renderer.disabled?.(view, true));
    const names = Object.keys(document);
    if (renderer.impliesDefaults !== true) names.push(...Object.keys(defaultsOf(view.type)));
    if (view.scope !== undefined) names.push(...view.scope.namesOf(view.type));
    this.#call(view, names);
    for (const slot in document.$slots) this.#fill(view, slot);
    if (document.$error !== undefined) showError(view);
  }

  #move(view: View, parent: View | undefined): View {
    view.parent = parent;
    this.#themes?.moved(view);
    this.#updateDisabled(view);
    return view;
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
    this.#call(view, names);
    if (names.includes("$error")) showError(view);
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

  /** Calls each setter that the names have, once. */
  #call(view: View, names: Iterable<string>): void {
    const own = view.renderer.props as { readonly [name: string]: AnySetter | undefined } | undefined;
    const called: AnySetter[] = [];
    for (const name of names) {
      const setter = own?.[name] ?? baseProps[name];
      if (setter === undefined || called.includes(setter)) continue;
      called.push(setter);
      this.#safely(() => setter(view));
    }
  }

  /** A renderer's error stays its own control's. */
  #safely<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.#failures.failed(error);
      return undefined;
    }
  }

  // ---- children ---------------------------------------------------------------------------------

  /** An operation below `$slots`: one item of a list, a slot as a whole, or all slots. */
  #editSlots(view: View, operation: Operation | undefined, [slot, index]: string[], detached: Set<View>): void {
    if (slot === undefined) {
      const slots = new Set([...view.children.keys(), ...Object.keys(this.replica.documents[view.id]?.$slots ?? {})]);
      for (const name of slots) this.#syncSlot(view, name, detached);
      return;
    }
    const list = view.children.get(slot);
    if (operation === undefined || index === undefined || !Array.isArray(list))
      return this.#syncSlot(view, slot, detached);
    const at = Number(index);
    if (operation.op === "remove") letGo(view, list.splice(at, 1)[0], detached);
    else if (operation.op === "add") this.#insert(view, slot, list, at, this.#build(Number(operation.value), view));
    else if (operation.op === "move") {
      const [moved] = list.splice(Number(operation.from.slice(operation.from.lastIndexOf("/") + 1)), 1);
      if (moved !== undefined) this.#insert(view, slot, list, at, moved);
    } else {
      const [before] = list.splice(at, 1);
      // In a swap it stands in both places for a moment.
      if (before !== undefined && !list.includes(before)) letGo(view, before, detached);
      this.#insert(view, slot, list, at, this.#build(Number(operation.value), view));
    }
    this.#safely(() => view.renderer.childrenChanged?.(view));
  }

  /** The children of a new view: there is nothing yet to compare them with. */
  #fill(view: View, slot: string): void {
    const wanted = this.replica.documents[view.id]?.$slots?.[slot] as number | readonly number[];
    const views = (typeof wanted === "number" ? [wanted] : wanted).map((id) => this.#build(id, view));
    if (view.renderer.arranges !== slot) holderOf(view, slot).append(...views.map(({ root }) => root));
    view.setChildren(slot, typeof wanted === "number" ? views[0] : views);
    this.#safely(() => view.renderer.childrenChanged?.(view));
  }

  /** Brings a whole slot to what the document has. */
  #syncSlot(view: View, slot: string, detached?: Set<View>): void {
    const wanted = this.replica.documents[view.id]?.$slots?.[slot];
    const ids = wanted === undefined ? [] : typeof wanted === "number" ? [wanted] : wanted;
    const keep = new Set(ids);
    for (const old of [view.children.get(slot) ?? []].flat()) {
      if (!keep.has(old.id) && detached !== undefined) letGo(view, old, detached);
    }
    const views = ids.map((id) => this.#build(id, view));
    const holder = holderOf(view, slot);
    let next: Element | null = null;
    for (const child of view.renderer.arranges === slot ? [] : views.toReversed()) {
      if (child.root.parentElement !== holder || child.root.nextElementSibling !== next)
        place(holder, child.root, next);
      next = child.root;
    }
    view.setChildren(slot, typeof wanted === "number" || views.length === 0 ? views[0] : views);
    this.#safely(() => view.renderer.childrenChanged?.(view));
  }

  #insert(view: View, slot: string, list: View[], at: number, child: View): void {
    if (view.renderer.arranges !== slot) place(holderOf(view, slot), child.root, list[at]?.root ?? null);
    list.splice(at, 0, child);
  }
}

/** Which of a control's elements, and what is marked in it. */
type FocusPlace = readonly [element: number, from: number | null, to: number | null];

function elementsOf(root: HTMLElement): Element[] {
  return [root, ...root.querySelectorAll("*")];
}

/** Puts the keyboard where it was, unless the person took it elsewhere. */
function focus(root: HTMLElement, [at, from, to]: FocusPlace): void {
  if (document.activeElement !== document.body) return;
  const element = elementsOf(root)[at] as HTMLInputElement | undefined;
  element?.focus({ preventScroll: true });
  if (from !== null) element?.setSelectionRange?.(from, to);
}

function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

function isDisabledItself(view: View): boolean {
  return (view.props as { disabled?: boolean }).disabled === true;
}

function holderOf(view: View, slot: string): HTMLElement {
  return slot === "badge" ? badgeBox(view.root) : ((view.renderer as Renderer).slot?.(view, slot) ?? view.root);
}

function letGo(view: View, child: View | undefined, detached: Set<View>): void {
  if (child === undefined || child.parent !== view) return;
  child.parent = undefined;
  detached.add(child);
}

/** Properties of which themes are made. */
const THEMED: readonly string[] = ["theme", "darkTheme", "themeMode", "fonts"];

/** Which renderers and which properties an update brings. */
function neededBy(operations: readonly Operation[]): { types: Set<string>; properties: Set<string> } {
  const [types, properties] = [new Set<string>(), new Set<string>()];
  const addSlots = (slots: object | undefined): void => {
    for (const name in slots) properties.add(`$slots/${name}`);
  };
  for (const operation of operations) {
    if (operation.op !== "add" && operation.op !== "replace") continue;
    const { path, value } = operation;
    const at = path.indexOf("/", 1);
    if (at === -1) {
      const documents = path === "" ? Object.values(value as object) : [value];
      for (const document of documents as Document[]) {
        types.add(document.$type);
        for (const name in document) properties.add(name);
        addSlots(document.$slots);
      }
    } else if (path.endsWith("/$slots")) addSlots(value as object);
    else properties.add(path.slice(at + 1));
  }
  return { types, properties };
}
