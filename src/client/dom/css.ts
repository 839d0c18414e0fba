/** Marks a template as CSS, so that the build minifies it. */
export function css(text: TemplateStringsArray): string {
  return text[0] ?? "";
}

/** Adds a style sheet to the document. A constructed style sheet needs no exception from a strict CSP. */
export function adopt(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** Creates an element with class names. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

let areNew = false;

/**
 * Runs `make` while new elements get their first properties. Meanwhile, setting a style to null costs nothing, because
 * there is nothing to remove.
 */
export function whileNew(make: () => void): void {
  const before = areNew;
  areNew = true;
  try {
    make();
  } finally {
    areNew = before;
  }
}

/** Sets a style, or removes it when the value is null, undefined or empty. */
export function setStyle(target: HTMLElement, name: string, value: string | null | undefined): void {
  if (value !== null && value !== undefined && value !== "") target.style.setProperty(name, value);
  else if (!areNew) target.style.removeProperty(name);
}

/** Sets an attribute, or removes it when the value is null, undefined or false. */
export function setAttribute(target: Element, name: string, value: string | boolean | null | undefined): void {
  if (value === null || value === undefined || value === false) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? "" : value);
}
