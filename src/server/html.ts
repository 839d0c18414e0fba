import { createHash } from "node:crypto";

/** What the page that loads the client needs to say. */
export interface PageHtml {
  readonly title: string;
  /** The client's script. */
  readonly script: string;
  /** Scripts that it imports, so that they load at the same time. */
  readonly preload: readonly string[];
  /** The WebSocket's path. */
  readonly socket: string;
  readonly icon: string;
  /** Scripts of the app's own, and how they find the client. */
  readonly modules: readonly string[];
  readonly importMap: string | undefined;
}

/** The page that loads the client: it shows nothing of the app itself. */
export function pageHtml({ title, script, preload, socket, icon, modules, importMap }: PageHtml): string {
  const map = importMap === undefined ? "" : `<script type="importmap">${importMap}</script>\n`;
  const links = [...preload, ...modules].map((path) => `<link rel="modulepreload" href="${escapeHtml(path)}">\n`);
  const hints = map + links.join("");
  const own = modules.length === 0 ? "" : ` data-modules="${escapeHtml(modules.join(" "))}"`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${escapeHtml(icon)}" type="image/svg+xml">
${hints}<script type="module" src="${escapeHtml(script)}"></script>
</head>
<body>
<div id="runlet" data-socket="${escapeHtml(socket)}"${own}></div>
<noscript>This app needs JavaScript.</noscript>
</body>
</html>
`;
}

/** Text as HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * What the page may load and run: its own files, and nothing that is made from text, but for an import map by its hash.
 */
export function securityHeaders(importMap: string | undefined): { readonly [name: string]: string } {
  const hash = importMap && ` 'sha256-${createHash("sha256").update(importMap).digest("base64")}'`;
  return {
    "content-security-policy": [
      "default-src 'none'",
      `script-src 'self'${hash ?? ""}`,
      "style-src 'self'",
      // Images of elsewhere are drawn, and run nothing. `http:` is `https:`, too.
      "img-src 'self' data: http:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      // What cleans the HTML that Markdown becomes, and no other.
      "trusted-types dompurify",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
  };
}

/** The icon in the browser's tab. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#6750a4"/><path d="M10 25V7h7a6 6 0 0 1 1.6 11.8L23 25h-4.6l-4-6H14v6Zm4-9.4h2.7a2.5 2.5 0 0 0 0-5H14Z" fill="#fff"/></svg>`;
