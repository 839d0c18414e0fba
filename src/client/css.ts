/** Marks a template as CSS: the build minifies it. */
export function css(text: TemplateStringsArray): string {
  return text[0] ?? "";
}

/** Puts styles in force, once for the page. A constructed sheet needs no exception from a strict CSP. */
export function adopt(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** Makes an element with classes. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

let areNew = false;

/** While elements are made and given their first properties, there is nothing to take away: that costs nothing then. */
export function whileNew(make: () => void): void {
  const before = areNew;
  areNew = true;
  try {
    make();
  } finally {
    areNew = before;
  }
}

/** Sets a style, or takes it away when the value is null. */
export function setStyle(target: HTMLElement, name: string, value: string | null | undefined): void {
  if (value !== null && value !== undefined && value !== "") target.style.setProperty(name, value);
  else if (!areNew) target.style.removeProperty(name);
}

/** Sets an attribute, or takes it away when the value is null or false. */
export function setAttribute(target: Element, name: string, value: string | boolean | null | undefined): void {
  if (value === null || value === undefined || value === false) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? "" : value);
}
