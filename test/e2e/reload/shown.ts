import type { ServerMessage } from "../../../src/protocol/messages.ts";

/** What the page is asked to show. */
export interface ShowTask {
  /** Messages of the server, grouped. A frame is drawn after each group. */
  readonly messages: readonly (readonly ServerMessage[])[];
  /** Title of the document once all of them are shown. */
  readonly title: string;
  /** Whether computed styles are part of the result. They take most of the time. */
  readonly withStyles: boolean;
  /** Whether the browser is made to forget what it knows of the elements, because it updates its accessibility tree late. */
  readonly isRedrawn: boolean;
}

/** What a page shows at rest: a line for each element, text and state. */
export interface Shown {
  readonly lines: readonly string[];
  /** Why the lines mean nothing, or what went wrong on the way, if anything did. */
  readonly problems: readonly string[];
}

/**
 * Runs in the page. Shows what a server sends in a new root, in place of what was shown before, and returns what can be
 * noticed of it at rest: all elements with their classes, attributes, styles, boxes and state.
 */
export async function show({ messages, title, withStyles, isRedrawn }: ShowTask): Promise<Shown> {
  const PATIENCE = 20_000;
  const problems: string[] = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const stage = window as unknown as {
    runletClient?: { connect(source: object, root: Element, options: object): { close(): void } };
    shownApp?: { close(): void };
  };
  while (stage.runletClient === undefined) await frame();
  stage.shownApp?.close();
  document.getElementById("runlet")?.remove();
  const root = document.createElement("div");
  root.id = "runlet";
  document.body.append(root);
  const failed = ({ message }: ErrorEvent) => {
    // The browser says so when an observer changes sizes that it shows in the next frame only.
    if (!message.startsWith("ResizeObserver loop")) problems.push(message);
  };
  addEventListener("error", failed);

  let receive: (message: ServerMessage) => void = () => {};
  const transport = {
    send({ type, commands = [] }: { type: string; commands?: { write?: object }[] }) {
      if (type !== "commands") return;
      // The person has entered nothing.
      for (const { write } of commands) {
        // The selection of a field that got the focus when another control left.
        if (write !== undefined && !("selection" in write)) problems.push(`wrote ${JSON.stringify(write)}`);
      }
    },
    messages$: {
      subscribe(next: (message: ServerMessage) => void) {
        receive = next;
      },
    },
    close() {},
    closed: new Promise(() => {}),
  };
  stage.shownApp = stage.runletClient.connect({ transport }, root, { icons: new URL("/runlet/icons/", location.href) });
  await Promise.resolve();
  for (const group of messages) {
    for (const message of group) receive(message);
    await frame();
  }
  const end = performance.now() + PATIENCE;
  while (document.title !== title && performance.now() < end) await frame();
  if (document.title !== title) problems.push("the last update was not shown");
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.removeAllRanges();
  await comeToRest();
  if (isRedrawn) {
    root.style.display = "none";
    await frame();
    await frame();
    root.style.display = "";
    await comeToRest();
  }
  removeEventListener("error", failed);
  return { lines: describe(), problems };

  /** Ends what moves, loads or is scrolled. Where each of them is depends on time, or on what a person did. */
  async function comeToRest(): Promise<void> {
    await document.fonts.ready;
    // A list draws those of its rows that are in sight when it is scrolled.
    for (const list of root.querySelectorAll(".r-list")) list.dispatchEvent(new Event("scroll"));
    let before = "";
    // After a load of the page, code for some parts arrives later than the part.
    const needed = withStyles ? 12 : 2;
    let waits = 0;
    for (let same = 0; same < needed && performance.now() < end; ) {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
          animation.pause();
          animation.currentTime = 300;
        } else if (animation.playState !== "finished") animation.finish();
      }
      // When a View closes, the focus goes on after a while.
      (document.activeElement as HTMLElement | null)?.blur();
      // The position of panels is what a property says, and a person's scrolling would be a choice.
      for (const element of document.querySelectorAll("*:not(.r-tabs .r-tab-bar-view)"))
        if (element.scrollTop !== 0 || element.scrollLeft !== 0)
          element.scrollTo({ left: 0, top: 0, behavior: "instant" });
      await frame();
      const now = `${boxes()} ${root.querySelectorAll("*").length} ${performance.getEntriesByType("resource").length}`;
      // Code in a language that nothing is known of stays as it is.
      const isPlain = waits++ < 40 && root.querySelector("pre > code[class^=language-]:not(:has(span))") !== null;
      same = now === before && !isLoading() && !isPlain ? same + 1 : 0;
      before = now;
    }
    if (performance.now() >= end) problems.push("it does not come to rest");
  }

  function isLoading(): boolean {
    const isMissing = (icon: Element) => icon.childElementCount === 0;
    return (
      [...document.querySelectorAll(".r-icon")].some(isMissing) || [...document.images].some((image) => !image.complete)
    );
  }

  function boxes(): string {
    return [...root.querySelectorAll("*")].map((element) => boxOf(element)).join();
  }

  function boxOf(element: Element): string {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map((value) => Math.round(value * 100) / 100).join(" ");
  }

  function describe(): string[] {
    // Logical properties, such as `margin-inline-start`, repeat the physical ones.
    const isRepeated = (name: string) => name.startsWith("-") || /(^|-)(block|inline)(-|$)/.test(name);
    const names = [...getComputedStyle(document.body)].filter((name) => !isRepeated(name));
    const styleOf = (style: CSSStyleDeclaration) =>
      withoutApp(names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"));
    const lines: string[] = [];
    const { documentElement } = document;
    lines.push(
      `html lang=${documentElement.lang} dir=${documentElement.dir} class=${documentElement.className} style=${documentElement.style.cssText}`,
    );
    lines.push(`body class=${document.body.className} style=${document.body.style.cssText}`);
    for (const { family, weight, style } of document.fonts) lines.push(`font ${family} ${weight} ${style}`);
    for (const { name, content } of document.querySelectorAll("meta")) lines.push(`meta ${name} ${content}`);
    visit(root, 0, "");
    return lines;

    function visit(element: Element, depth: number, owner: string): void {
      if (isNothing(element)) return;
      const indent = " ".repeat(depth);
      const id = element.getAttribute("data-id");
      const control = id === null ? owner : `#${id}`;
      const name = element.tagName.toLowerCase();
      lines.push(`${indent}${name} in ${control}: ${attributesOf(element)} [${boxOf(element)}]${stateOf(element)}`);
      if (withStyles) {
        lines.push(`${indent}  style ${styleOf(getComputedStyle(element))}`);
        for (const pseudo of ["::before", "::after", "::placeholder"]) {
          const style = getComputedStyle(element, pseudo);
          if (pseudo === "::placeholder" ? element.hasAttribute("placeholder") : style.content !== "none")
            lines.push(`${indent}  ${pseudo} ${styleOf(style)}`);
        }
      }
      // Drawings of icons come from files.
      if (element.classList.contains("r-icon")) return;
      for (const node of element.childNodes) {
        if (node instanceof Text) {
          if (node.data !== "") lines.push(`${indent}  text in ${control}: ${JSON.stringify(node.data)}`);
        } else if (node instanceof Element) visit(node, depth + 1, control);
      }
    }
  }

  /** Whether an element is an empty place for something, or the tip of another control that was shown before. */
  function isNothing(element: Element): boolean {
    if (element.matches(".r-tooltip:not(:popover-open)")) return true;
    // What is not drawn at all has its state from what it was last, and gets that of now once it is drawn. A closed popup
    // is drawn by the person's next step.
    if (!element.checkVisibility({ visibilityProperty: true }) && !element.matches("option, [popover], [popover] *"))
      return true;
    if (element.matches("[data-id], input, option, [role], svg *")) return false;
    const { offsetWidth = 0, offsetHeight = 0 } = element as HTMLElement;
    if (offsetWidth > 0 && offsetHeight > 0) return false;
    return [...element.childNodes].every((child) => child instanceof Element && isNothing(child));
  }

  /** Removes the number of the app on the page, which is in all its identifiers. */
  function withoutApp(text: string): string {
    return text.replaceAll(/\br-\d+-(?=\d)/g, "r-");
  }

  function attributesOf(element: Element): string {
    const parts: string[] = [];
    for (const { name, value } of element.attributes) {
      // No key leads to what is disabled.
      if (name === "tabindex" && element.matches(":disabled")) continue;
      // Tab leads to the item of a menu that it led to before, as long as there is that item.
      if (name === "tabindex" && element.matches(".r-menu-item")) continue;
      let text = value;
      if (name === "class")
        text = [...element.classList]
          .sort()
          .join(" ")
          .replace(/(?<=-widths-)\d+/, "");
      else if (name === "style")
        text = [...(element as HTMLElement).style]
          .map((key) => `${key}: ${(element as HTMLElement).style.getPropertyValue(key)}`)
          .sort()
          .join("; ");
      if ((name === "class" || name === "style") && text === "") continue;
      parts.push(`${name}=${JSON.stringify(withoutApp(text))}`);
    }
    return parts.sort().join(" ");
  }

  function stateOf(element: Element): string {
    const parts: unknown[] = [];
    if (element instanceof HTMLInputElement)
      parts.push(element.value, element.checked, element.indeterminate, element.disabled);
    else if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) parts.push(element.value);
    else if (element instanceof HTMLImageElement) parts.push(element.naturalWidth);
    if (element instanceof HTMLElement && element.matches(":popover-open")) parts.push("open");
    return parts.length === 0 ? "" : ` ${JSON.stringify(parts)}`;
  }
}
