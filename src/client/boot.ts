export * from "./index.ts";

import { connect } from "./connect.ts";
import { adopt, css } from "./css.ts";

adopt(css`
html, body { margin: 0; block-size: 100%; }
html:has(.r-window.r-light) { color-scheme: light; }
html:has(.r-window.r-dark) { color-scheme: dark; }
`);

/**
 * The script of the page that the host serves: the page says where its WebSocket is, and which modules of the app's own
 * there are. They import this script as `runlet/client`, and register renderers before the app is shown.
 */
async function start(root: HTMLElement): Promise<void> {
  const modules = root.dataset.modules?.split(" ") ?? [];
  await Promise.all(modules.map((path) => import(new URL(path, document.baseURI).href).catch(reportError)));
  const url = new URL(root.dataset.socket ?? "ws", document.baseURI);
  url.protocol = url.protocol.replace("http", "ws");
  // The name of this script has a hash of all that it loads.
  const bundle = import.meta.url.split("/").at(-1);
  const icons = new URL("icons/", import.meta.url);
  connect({ url }, root, bundle === undefined ? { icons } : { bundle, icons });
}

const root = document.getElementById("runlet");
if (root !== null) void start(root);
