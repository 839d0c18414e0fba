interface Policies {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): unknown };
}

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|[a-z][a-z\d]{1,31});/gi;
/** Texts of the references in use so far, by reference. */
const known = new Map<string, string>();
let holder: HTMLTemplateElement | undefined;
let toHtml: ((reference: string) => unknown) | undefined;

/** Returns a text with its character references, such as `&amp;` or `&#38;`, replaced by their characters. */
export function decode(text: string): string {
  return text.replace(REFERENCE, (reference: string, decimal?: string, hexadecimal?: string) => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16));
    return decodeHTMLStrict(reference);
  });
}

// The name of the function that the Markdown parser imports from `entities`. The build puts this module in the place of
// that package, whose table of 2,000 names is as large as the parser. The browser has the same table.
/** Returns the characters of a named reference, such as `&amp;`. A reference that does not exist is returned as it is. */
export function decodeHTMLStrict(reference: string): string {
  const before = known.get(reference);
  if (before !== undefined) return before;
  const text = ask(reference);
  // For `&notit;` the browser returns "¬it;", because it knows `&not`. No reference means so many characters.
  const decoded = text.length > 2 ? reference : text;
  known.set(reference, decoded);
  return decoded;
}

function ask(reference: string): string {
  try {
    toHtml ??= createRule();
    holder ??= document.createElement("template");
    holder.innerHTML = toHtml(reference) as string;
    return holder.content.textContent ?? reference;
  } catch {
    // The policy of a page that hosts the client does not allow ours.
    return reference;
  }
}

/** Returns a function that turns a reference into HTML. The page's policy allows this one, which makes nothing else. */
function createRule(): (reference: string) => unknown {
  const createHTML = (reference: string): string => (/^&[a-z\d]+;$/i.test(reference) ? reference : "");
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy("runlet-character-references", { createHTML });
  return policy === undefined ? createHTML : (reference) => policy.createHTML(reference);
}

function character(code: number): string {
  const isValid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isValid ? String.fromCodePoint(code) : "\ufffd";
}
