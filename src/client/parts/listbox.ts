import { adopt, css, element, setAttribute } from "../dom/css.ts";
import { Popup } from "../input/popup.ts";
import { nextItem } from "../input/roving.ts";
import "./menu-surface.ts";

/** Options of a {@link Listbox}. */
export interface ListboxOptions {
  readonly anchor: HTMLElement;
  /** Returns the element that keeps the focus. */
  field(): HTMLElement;
  /** Returns the options that can be highlighted, in order. */
  options(): readonly HTMLElement[];
  /** Returns the option to highlight when the list is opened by a key. */
  chosen?(): HTMLElement | undefined;
  pick(option: HTMLElement): void;
  opened?(): void;
  closed?(): void;
}

/**
 * A list of options that belongs to a field. The field keeps the focus and highlights one option, so that the person
 * can go on typing.
 */
export class Listbox {
  /** Element of the popup. */
  readonly element: HTMLElement = element("div", "r-menu-surface r-menu");
  /** Element that holds the options. */
  readonly list: HTMLElement = element("div", "r-listbox-options");
  readonly #options: ListboxOptions;
  readonly #popup: Popup;
  #pointed: HTMLElement | undefined;
  /** Index of the highlighted option. */
  #at = -1;

  constructor(prefix: string, options: ListboxOptions) {
    this.#options = options;
    const { element: box, list } = this;
    list.id = `${prefix}-list`;
    list.role = "listbox";
    box.append(list);
    this.#popup = new Popup(box, {
      anchor: options.anchor,
      side: () => "under",
      isAsWide: () => !box.classList.contains("r-listbox-sized"),
      opened: () => {
        setAttribute(options.field(), "aria-expanded", "true");
        options.opened?.();
      },
      closed: () => {
        this.point(undefined);
        setAttribute(options.field(), "aria-expanded", "false");
        options.closed?.();
      },
    });
    // Keep the focus in the field.
    box.addEventListener("pointerdown", (event) => event.preventDefault());
    box.addEventListener("click", (event) => {
      event.stopPropagation();
      const option = this.#optionAt(event);
      if (option !== undefined) this.pick(option);
    });
    list.addEventListener("pointermove", (event) => {
      const option = this.#optionAt(event);
      if (option !== undefined && option !== this.#pointed) this.#mark(option);
    });
  }

  get isOpen(): boolean {
    return this.#popup.isOpen;
  }

  /** The highlighted option. */
  get pointed(): HTMLElement | undefined {
    return this.#pointed;
  }

  /** Makes an input the field of this list. */
  connectField(field: HTMLElement, isTyping: boolean): void {
    field.role = "combobox";
    setAttribute(field, "aria-haspopup", "listbox");
    setAttribute(field, "aria-controls", this.list.id);
    setAttribute(field, "aria-expanded", String(this.isOpen));
    setAttribute(field, "aria-autocomplete", isTyping ? "list" : "none");
  }

  open(): void {
    if (this.#options.options().length > 0) this.#popup.open();
  }

  close(): void {
    this.#popup.close();
  }

  /**
   * Call it after options came, went, or changed. If the highlighted one is gone, highlights the next one instead. Without
   * any option, the list closes.
   */
  optionsChanged(): void {
    if (!this.isOpen) return;
    const options = this.#options.options();
    if (options.length === 0) return this.close();
    if (this.#pointed !== undefined) {
      if (!options.includes(this.#pointed)) this.point(options[Math.min(this.#at, options.length - 1)]);
      this.#at = options.indexOf(this.#pointed);
    }
    this.#popup.updatePosition();
  }

  /** Highlights an option and scrolls it into view. */
  point(option: HTMLElement | undefined): void {
    this.#mark(option);
    option?.scrollIntoView({ block: "nearest" });
  }

  /** Closes the list and selects an option. */
  pick(option: HTMLElement): void {
    this.close();
    this.#options.pick(option);
  }

  /**
   * Handles a key of the field, and returns whether the list used it. With `isTyping`, Home, End and Space belong to
   * the text.
   */
  key(event: KeyboardEvent, isTyping: boolean): boolean {
    const { key } = event;
    const isArrow = key === "ArrowDown" || key === "ArrowUp";
    if (event.altKey && key === "ArrowUp" && this.isOpen) this.close();
    else if (!this.isOpen && (isArrow || (!isTyping && (key === "Enter" || key === " ")))) {
      this.open();
      this.point(this.#options.chosen?.() ?? this.#options.options()[0]);
    } else if (this.isOpen && (isArrow || (!isTyping && (key === "Home" || key === "End"))))
      this.point(nextItem(this.#options.options(), this.#pointed, key, "y"));
    else if (this.isOpen && this.#pointed !== undefined && (key === "Enter" || (!isTyping && key === " ")))
      this.pick(this.#pointed);
    else return false;
    event.preventDefault();
    return true;
  }

  #mark(option: HTMLElement | undefined): void {
    this.#pointed?.classList.remove("r-listbox-option-active");
    option?.classList.add("r-listbox-option-active");
    this.#pointed = option;
    this.#at = option === undefined ? -1 : this.#options.options().indexOf(option);
    setAttribute(this.#options.field(), "aria-activedescendant", option?.id);
  }

  #optionAt(event: Event): HTMLElement | undefined {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    return option !== null && this.#options.options().includes(option) ? option : undefined;
  }
}

adopt(css`
.r-listbox-sized { inline-size: var(--r-m-width); }
.r-listbox-options {
  cursor: var(--r-m-cursor, pointer);
  font: 400 16px/24px var(--r-font);
  letter-spacing: 0.5px;
  max-block-size: var(--r-m-height, none);
  padding: var(--r-m-padding, 8px 0);
  overflow: auto;
  overscroll-behavior: contain;
}
.r-listbox-option {
  display: flex;
  align-items: center;
  gap: 12px;
  min-block-size: calc(48px - var(--r-m-less, 0px));
  padding: var(--r-o-padding, 4px 16px);
  border-radius: var(--r-o-radius, 0);
  background-color: var(--r-o-bgcolor, transparent);
  color: var(--r-o-color, var(--r-onsurface));
  overflow-wrap: anywhere;
}
.r-listbox-option-text { flex: 1; min-inline-size: 0; }
.r-listbox-option-text:empty, .r-listbox-option-icon:empty { display: none; }
.r-listbox-option-icon { display: flex; color: var(--r-o-icon, var(--r-onsurfacevariant)); }
.r-listbox-option[aria-selected=true] { background-color: var(--r-o-bgcolor, var(--r-secondarycontainer)); color: var(--r-o-color, var(--r-onsecondarycontainer)); }
.r-listbox-option.r-listbox-option-active {
  --r-o-veil: var(--r-o-overlay, color-mix(in srgb, currentColor 10%, transparent));
  background-image: linear-gradient(var(--r-o-veil), var(--r-o-veil));
}
.r-listbox-option[aria-disabled=true] { --r-o-icon: currentColor; color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); cursor: default; }
.r-listbox-option-filtered { display: none; }
@media (forced-colors: active) {
  .r-listbox-option.r-listbox-option-active { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`);
