import { adopt, css, element } from "../dom/css.ts";

/** What the panel says about one box. */
export interface PanelBox {
  readonly title: string;
  readonly path: string;
  /** Paragraphs about each axis: a heading, and what follows it. */
  readonly axes: readonly { readonly heading: string; readonly lines: readonly string[]; readonly why?: string }[];
}

/** A box that cannot be seen, as an entry of a list. */
export interface PanelEntry {
  readonly id: number;
  readonly text: string;
}

/** A direction in which a person walks through the boxes. */
export type Walk = "parent" | "child" | "previous" | "next";

/** What a person can do in the panel. */
export interface PanelActions {
  close(): void;
  walk(where: Walk): void;
  select(id: number): void;
  pick(isOn: boolean): void;
  hold(isOn: boolean): void;
}

/** Most entries of the list that are shown. */
const MOST = 50;

const WALKS: readonly (readonly [Walk, string])[] = [
  ["parent", "Parent"],
  ["child", "Child"],
  ["previous", "Previous"],
  ["next", "Next"],
];

/** The panel of the layout debugger: why the selected box has its size, and the boxes that have no size. */
export class LayoutPanel {
  readonly root: HTMLElement = element("div", "r-layout-panel");
  readonly #box: HTMLElement = element("div", "r-layout-panel-box");
  readonly #listTitle: HTMLElement = element("p", "r-layout-panel-title");
  readonly #list: HTMLElement = element("ul", "r-layout-panel-list");
  readonly #pick: HTMLElement;
  readonly #hold: HTMLElement;
  #shownBox = "";
  #shownList = "";

  constructor(actions: PanelActions) {
    const { root } = this;
    root.role = "dialog";
    root.ariaLabel = "Layout debugger";
    root.tabIndex = -1;
    root.lang = "en";
    root.dir = "ltr";
    this.#pick = toggle("Pick", (isOn) => actions.pick(isOn));
    this.#pick.title = "Select the box that you press next. The app gets nothing of that press.";
    this.#hold = toggle("Hold", (isOn) => actions.hold(isOn));
    this.#hold.title = "Keep the selected box. Otherwise, the box under the pointer or with the focus is selected.";
    const title = element("p", "r-layout-panel-title");
    title.textContent = "Layout debugger";
    const bar = element("div", "r-layout-panel-bar");
    const move = button("Move", () => root.classList.toggle("r-layout-panel-top"));
    move.title = "Move this panel to the other edge of the window.";
    const close = button("✕", () => actions.close());
    close.ariaLabel = "Close";
    bar.append(title, this.#pick, this.#hold, move, close);
    const walks = element("div", "r-layout-panel-bar");
    walks.append(...WALKS.map(([where, label]) => button(label, () => actions.walk(where))));
    this.#list.addEventListener("click", ({ target }) => {
      const id = target instanceof Element ? target.closest("button")?.dataset.box : undefined;
      if (id !== undefined) actions.select(Number(id));
    });
    root.append(bar, walks, this.#box, this.#listTitle, this.#list);
  }

  /** Shows whether the selected box is kept, and whether the next press selects a box. */
  showModes(isHeld: boolean, isPicking: boolean): void {
    this.#hold.ariaPressed = String(isHeld);
    this.#pick.ariaPressed = String(isPicking);
    // While the pointer selects, a screen reader would never stop.
    this.#box.ariaLive = isHeld ? "polite" : "off";
  }

  /** Shows the texts about a box. Unchanged texts are left alone, so that they are not read again. */
  showBox(box: PanelBox | undefined): void {
    const shown = JSON.stringify(box ?? null);
    if (shown === this.#shownBox) return;
    this.#shownBox = shown;
    if (box === undefined) {
      this.#box.replaceChildren(paragraph("", "Point at a control, or walk through them with the arrow keys."));
      return;
    }
    const axes = box.axes.flatMap(({ heading, lines, why }) => [
      paragraph("r-layout-panel-heading", heading),
      ...lines.map((line) => paragraph("", line)),
      ...(why === undefined ? [] : [paragraph("r-layout-panel-why", why)]),
    ]);
    this.#box.replaceChildren(
      paragraph("r-layout-panel-title", box.title),
      paragraph("r-layout-panel-path", box.path),
      ...axes,
    );
  }

  /** Shows the boxes that have no width or no height. */
  showList(entries: readonly PanelEntry[]): void {
    const shown = JSON.stringify(entries);
    if (shown === this.#shownList) return;
    this.#shownList = shown;
    const { length } = entries;
    const count = length === 1 ? "1 box has" : `${length === 0 ? "No" : length} boxes have`;
    this.#listTitle.textContent =
      length === 0 ? "All boxes have a width and a height." : `${count} no width or no height:`;
    const items = entries.slice(0, MOST).map(({ id, text }, index) => {
      // A button that exists stays, and keeps the focus.
      const item = this.#list.children[index] ?? element("li", "");
      const entry = item.querySelector("button") ?? item.appendChild(button("", () => {}));
      entry.dataset.box = String(id);
      entry.textContent = text;
      return item;
    });
    this.#list.replaceChildren(...items);
    if (length > MOST) this.#listTitle.append(` The first ${MOST}:`);
  }
}

function paragraph(className: string, text: string): HTMLElement {
  const made = element("p", className);
  made.textContent = text;
  return made;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", "r-layout-panel-button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", onClick);
  return made;
}

function toggle(label: string, onChange: (isOn: boolean) => void): HTMLButtonElement {
  const made = button(label, () => onChange(made.ariaPressed !== "true"));
  return made;
}

adopt(css`
.r-layout-panel {
  position: absolute;
  inset-block-end: 8px;
  inset-inline-end: 8px;
  inline-size: min(400px, 100vi - 16px);
  max-block-size: min(55vb, 520px);
  overflow: auto;
  padding: 8px 12px 12px;
  border: 1px solid var(--r-outlinevariant);
  border-radius: 12px;
  background: var(--r-surfacecontainerhigh);
  color: var(--r-onsurface);
  box-shadow: 0 2px 6px 2px rgb(0 0 0 / 0.15), 0 1px 2px rgb(0 0 0 / 0.3);
  font: 400 13px/18px var(--r-font);
  letter-spacing: 0.1px;
  text-align: start;
  pointer-events: auto;
  overflow-wrap: anywhere;
  cursor: auto;
}
.r-layout-panel-top { inset-block: 8px auto; }
:dir(rtl) > .r-layout-panel { inset-inline: 8px auto; }
.r-layout-panel p { margin: 0; }
.r-layout-panel-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; margin-block-end: 4px; }
.r-layout-panel-bar > .r-layout-panel-title { flex: 1; }
.r-layout-panel-title { font-weight: 500; font-size: 14px; line-height: 20px; }
.r-layout-panel-path { color: var(--r-onsurfacevariant); font-size: 12px; line-height: 16px; }
.r-layout-panel-heading { font-weight: 500; padding-block-start: 8px; }
.r-layout-panel-why {
  margin-block-start: 4px !important;
  padding: 6px 8px;
  border-radius: 8px;
  background: color-mix(in srgb, var(--r-error) 14%, transparent);
}
.r-layout-panel-box { padding-block: 4px 8px; }
.r-layout-panel-box + .r-layout-panel-title { padding-block-start: 8px; border-block-start: 1px solid var(--r-outlinevariant); }
.r-layout-panel-list { margin: 0; padding: 0; list-style: none; }
.r-layout-panel-list > li { margin-block-start: 4px; }
.r-layout-panel-button {
  min-block-size: 28px;
  padding: 4px 10px;
  border: 1px solid var(--r-outline);
  border-radius: 8px;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
.r-layout-panel-list .r-layout-panel-button { inline-size: 100%; border-color: var(--r-error); text-align: start; }
.r-layout-panel-button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
.r-layout-panel-button[aria-pressed="true"] {
  border-color: transparent;
  background: var(--r-primary);
  color: var(--r-onprimary);
}
.r-layout-panel:focus-visible, .r-layout-panel-button:focus-visible { outline-offset: -2px; }
`);
