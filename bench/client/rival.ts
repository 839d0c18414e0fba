import type { Documents } from "runlet/transport";
import type { Content } from "./workloads.ts";

type Properties = { readonly $type: string; readonly [property: string]: unknown };

/**
 * A page written by hand for exactly these controls. It creates their elements with the same CSS classes, keeps the
 * changing nodes by id, and performs each operation on them directly.
 */
export class Rival {
  readonly #stage: HTMLElement;
  #page: HTMLElement = document.createElement("div");
  readonly #roots = new Map<string, HTMLElement>();
  readonly #texts = new Map<string, Text>();
  #documents: Documents = {};
  /** Number of clicks that the buttons' listeners have counted. */
  clicks = 0;

  constructor(stage: HTMLElement) {
    this.#stage = stage;
  }

  show(documents: Documents): void {
    this.#documents = documents;
    this.#page = this.#make("1");
    this.#stage.replaceChildren(this.#page);
  }

  apply({ docs = [], ops }: Content): void {
    let id = 0;
    for (const item of docs) {
      if (typeof item === "number") id = item;
      else this.#documents[id++] = item;
    }
    for (const operation of ops) {
      if (operation.op !== "add" && operation.op !== "replace") continue;
      const [, id = "", property, , index] = operation.path.split("/");
      if (property === "value") (this.#texts.get(id) as Text).data = String(operation.value);
      else if (index !== undefined)
        this.#page.insertBefore(this.#make(String(operation.value)), this.#page.children[Number(index)] ?? null);
      else
        for (const child of operation.value as readonly number[])
          this.#page.append(this.#roots.get(String(child)) as Node);
    }
  }

  #make(id: string): HTMLElement {
    const { $type, $slots, ...properties } = this.#documents[id] as Properties;
    const root = document.createElement("div");
    root.dataset.id = id;
    this.#roots.set(id, root);
    if ($type === "Text") this.#text(id, root, String(properties.value));
    else if ($type === "Button") this.#button(root, String(properties.content));
    else {
      root.className = $type === "Row" ? "r-row" : "r-page";
      for (const child of ($slots as { controls: readonly number[] }).controls) root.append(this.#make(String(child)));
    }
    return root;
  }

  #text(id: string, root: HTMLElement, value: string): void {
    root.className = "r-text";
    const seen = document.createElement("span");
    const text = document.createTextNode(value);
    seen.append(text);
    root.append(seen);
    this.#texts.set(id, text);
  }

  #button(root: HTMLElement, content: string): void {
    root.className = "r-press-root r-button";
    const press = document.createElement("button");
    press.type = "button";
    press.className = "r-press";
    press.textContent = content;
    root.append(press);
    root.addEventListener("click", () => this.clicks++);
  }
}
