import type { Page as Tab } from "playwright-core";

/**
 * Waits until a tab shows an update, and returns a digest of all that a person or a screen reader can notice of it: the
 * style, place and size of each element and pseudo-element, its text, its state, and the attributes that browsers act
 * on. Names of classes, variables and identifiers are not part of it.
 */
export function visibleState(tab: Tab, title: string): Promise<string> {
  return tab.evaluate(async (title) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (document.title !== title) await frame();
    const isIconMissing = () => [...document.querySelectorAll(".r-icon")].some((icon) => icon.childElementCount === 0);
    for (let wait = 0; wait < 20 && isIconMissing(); wait++) await frame();
    await frame();
    // The end of a transition of inherited color starts one of what uses the color, so one pass is not enough.
    for (let pass = 0, isMoving = true; isMoving && pass < 10; pass++) {
      isMoving = false;
      for (const animation of document.getAnimations()) {
        const isEndless = animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
        if (isEndless) {
          animation.pause();
          animation.currentTime = 300;
        } else if (animation.playState === "running") {
          animation.finish();
          isMoving = true;
        }
      }
      if (isMoving) await frame();
    }
    // Logical properties, such as `margin-inline-start`, repeat the physical ones.
    const isRepeated = (name: string) => name.startsWith("-") || /(^|-)(block|inline)(-|$)/.test(name);
    const names = [...getComputedStyle(document.body)].filter((name) => !isRepeated(name));
    const styleOf = (style: CSSStyleDeclaration) => names.map((name) => style.getPropertyValue(name)).join();
    const parts: string[] = [];
    // Of long lists, the first rows are enough.
    const elements = [...document.querySelectorAll("body, body *")].slice(0, 250);
    for (const element of elements) {
      if (element.closest("svg.r-icon > *") !== null) continue;
      const { x, y, width, height } = element.getBoundingClientRect();
      parts.push(element.tagName, `${x} ${y} ${width} ${height}`, styleOf(getComputedStyle(element)));
      for (const pseudo of ["::before", "::after", "::placeholder"]) {
        const style = getComputedStyle(element, pseudo);
        if (pseudo === "::placeholder" ? element.hasAttribute("placeholder") : style.content !== "none")
          parts.push(pseudo, styleOf(style));
      }
      for (const { name, value } of element.attributes)
        if (
          !["class", "style", "id", "for", "data-id", "aria-labelledby", "aria-describedby", "aria-controls"].includes(
            name,
          )
        )
          parts.push(`${name}=${value}`);
      const { value, checked, indeterminate, scrollTop, scrollLeft, selectionStart, selectionEnd } =
        element as HTMLInputElement;
      parts.push(
        `${value} ${checked} ${indeterminate} ${scrollTop} ${scrollLeft} ${selectionStart} ${selectionEnd} ${element === document.activeElement}`,
      );
      for (const node of element.childNodes) if (node instanceof Text) parts.push(node.data);
    }
    for (const { family, weight, style } of document.fonts) parts.push(`${family} ${weight} ${style}`);
    const root = document.documentElement;
    parts.push(root.lang, root.dir, [...document.querySelectorAll("meta")].map((meta) => meta.content).join());
    const bytes = new TextEncoder().encode(parts.join("\n").replaceAll(title, ""));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", bytes));
    return [...digest].map((byte) => byte.toString(16)).join("");
  }, title);
}
