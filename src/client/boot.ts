export * from "./index.ts";

import { connect } from "./connection/connect.ts";
import { adopt, css } from "./dom/css.ts";

adopt(css`
html, body { margin: 0; block-size: 100%; }
html:has(.r-window-light) { color-scheme: light; }
html:has(.r-window-dark) { color-scheme: dark; }
`);

/**
 * Starts the client on the page that the host serves. The page's data attributes name its WebSocket and the app's own
 * modules. Those modules import this script as `runlet/client`, and register renderers before the app is shown.
 */
async function start(root: HTMLElement): Promise<void> {
  const modules = root.dataset.modules?.split(" ") ?? [];
  await Promise.all(modules.map((path) => import(new URL(path, document.baseURI).href).catch(reportError)));
  const url = new URL(root.dataset.socket ?? "ws", document.baseURI);
  url.protocol = url.protocol.replace("http", "ws");
  // The file name contains a hash of everything the script loads, so it identifies the version.
  const bundle = import.meta.url.split("/").at(-1);
  const icons = new URL("icons/", import.meta.url);
  connect({ url }, root, bundle === undefined ? { icons } : { bundle, icons });
}

const root = document.getElementById("runlet");
if (root !== null) void start(root);
