import { createHash } from "node:crypto";

/** Values of the HTML page that loads the client. */
export interface PageHtml {
  readonly title: string;
  /** Path of the client's script. */
  readonly script: string;
  /** Paths of the scripts that the client's script imports, so that all of them load at the same time. */
  readonly preload: readonly string[];
  /** Path of the style sheet that declares the fonts. */
  readonly style: string;
  /** Path of the WebSocket. */
  readonly socket: string;
  readonly icon: string;
  /** Paths of the app's own scripts. */
  readonly modules: readonly string[];
  /** Import map as JSON, with which the app's own scripts find the client. */
  readonly importMap: string | undefined;
}

/** Returns the HTML page that loads the client. It contains nothing of the app itself. */
export function pageHtml({ title, script, preload, style, socket, icon, modules, importMap }: PageHtml): string {
  const map = importMap === undefined ? "" : `<script type="importmap">${importMap}</script>\n`;
  const links = [...preload, ...modules].map((path) => `<link rel="modulepreload" href="${escapeHtml(path)}">\n`);
  const hints = map + links.join("");
  const own = modules.length === 0 ? "" : ` data-modules="${escapeHtml(modules.join(" "))}"`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${escapeHtml(icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${escapeHtml(style)}">
${hints}<script type="module" src="${escapeHtml(script)}"></script>
</head>
<body>
<div id="runlet" data-socket="${escapeHtml(socket)}"${own}></div>
<noscript>This app needs JavaScript.</noscript>
</body>
</html>
`;
}

/** Escapes text for HTML, also for use inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Headers that keep pages of other sites away from the app: a page that opened it, or that it opened, gets no access to
 * its window, and no other site can load its responses. A pop-up that the app opens, such as a login, keeps working.
 */
export const isolationHeaders: { readonly [name: string]: string } = {
  "cross-origin-opener-policy": "same-origin-allow-popups",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/**
 * Returns the headers that limit what the page may load and run: only its own files, and no scripts or HTML made from
 * text. An inline import map is the one exception, and is allowed by its hash.
 */
export function securityHeaders(importMap: string | undefined): { readonly [name: string]: string } {
  const hash = importMap && ` 'sha256-${createHash("sha256").update(importMap).digest("base64")}'`;
  return {
    "content-security-policy": [
      "default-src 'none'",
      `script-src 'self'${hash ?? ""}`,
      "style-src 'self'",
      // Images of other sites are allowed, because an image cannot run code. In a policy, `http:` also matches
      // `https:`.
      "img-src 'self' data: http:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      // The policy of the client, which makes nothing but character references. No other policy may exist.
      "trusted-types runlet-character-references",
    ].join("; "),
    ...isolationHeaders,
    "referrer-policy": "same-origin",
  };
}

/** Icon of the browser's tab, as SVG. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#6750a4"/><path d="M10 25V7h7a6 6 0 0 1 1.6 11.8L23 25h-4.6l-4-6H14v6Zm4-9.4h2.7a2.5 2.5 0 0 0 0-5H14Z" fill="#fff"/></svg>`;
