import highlight from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import type { Example } from "../gallery.ts";

highlight.registerLanguage("typescript", typescript);

/** The page of all examples. */
export function galleryHtml(examples: readonly Example[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Runlet: examples</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/countdown/runlet/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/gallery.css">
</head>
<body>
<header>
<h1>Runlet</h1>
<p>Each of these apps is the TypeScript beside it, running on the server. The page is its client.</p>
<nav aria-label="Examples">${examples.map(({ name, title }) => `<a href="#${name}">${title}</a>`).join("")}</nav>
</header>
<main>
${examples.map(section).join("\n")}
</main>
</body>
</html>
`;
}

function section({ name, title, says, source, height }: Example): string {
  const code = highlight.highlight(source.trim(), { language: "typescript" }).value;
  return `<section id="${name}" aria-labelledby="${name}-title">
<h2 id="${name}-title">${title}</h2>
<p>${says} <a href="/${name}/">Open it alone</a>, or run it with <code>npm run example ${name}</code>.</p>
<div class="pair">
<iframe src="/${name}/" title="${title}, running" height="${height}" loading="lazy"></iframe>
<pre tabindex="0" aria-label="Source of ${title}"><code>${code}</code></pre>
</div>
</section>`;
}

/** Its styles: the colours are those of the apps inside. */
export const galleryStyles = `
:root { color-scheme: light dark; --primary: light-dark(#6750a4, #d0bcff); --muted: light-dark(#49454f, #cac4d0); --line: light-dark(#cac4d0, #49454f); }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 16px; }
body { margin: 0; background: light-dark(#fef7ff, #141218); color: light-dark(#1d1b20, #e6e0e9); font: 16px/1.5 Roboto, system-ui, sans-serif; }
header, main { max-width: 1280px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 48px; }
h1 { margin: 0; font-size: 45px; line-height: 52px; font-weight: 400; }
h2 { margin: 0; font-size: 28px; line-height: 36px; font-weight: 400; }
p { margin: 8px 0 16px; color: var(--muted); max-width: 70ch; }
a { color: var(--primary); }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--primary); outline-offset: 2px; border-radius: 4px; }
nav { display: flex; flex-wrap: wrap; gap: 8px; }
nav a { padding: 6px 16px; border: 1px solid var(--line); border-radius: 8px; text-decoration: none; font-size: 14px; font-weight: 500; }
nav a:hover { background: color-mix(in srgb, var(--primary) 8%, transparent); }
section { padding: 40px 0 8px; }
.pair { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 16px; align-items: start; }
iframe { width: 100%; border: 1px solid var(--line); border-radius: 12px; }
pre { margin: 0; max-height: 480px; overflow: auto; padding: 16px; border-radius: 12px; background: light-dark(#f3edf7, #211f26); font: 13px/1.55 "JetBrains Mono", ui-monospace, "SF Mono", Consolas, monospace; }
code { font-family: "JetBrains Mono", ui-monospace, "SF Mono", Consolas, monospace; font-size: 0.875em; }
pre code { font-size: inherit; }
.hljs-keyword, .hljs-literal { color: light-dark(#7d2ea8, #d9a9ff); }
.hljs-string, .hljs-regexp { color: light-dark(#14693b, #96d7ad); }
.hljs-comment { color: light-dark(#5f5b66, #a9a4b0); font-style: italic; }
.hljs-title, .hljs-built_in { color: light-dark(#0b57a4, #9ecbff); }
.hljs-number, .hljs-attr, .hljs-property { color: light-dark(#8a3b12, #ffb68e); }
@media (max-width: 860px) { .pair { grid-template-columns: minmax(0, 1fr); } header, main { padding: 0 16px; } header { padding-top: 24px; } h1 { font-size: 36px; line-height: 44px; } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
