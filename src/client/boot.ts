import { connect } from "./connect.ts";
import { adopt, css } from "./css.ts";

adopt(css`
html, body { margin: 0; block-size: 100%; }
html:has(.r-page.r-light) { color-scheme: light; }
html:has(.r-page.r-dark) { color-scheme: dark; }
`);

/** The script of the page that the host serves: the page says where its WebSocket is. */
const root = document.getElementById("runlet");
if (root !== null) {
  const url = new URL(root.dataset.socket ?? "ws", document.baseURI);
  url.protocol = url.protocol.replace("http", "ws");
  // The name of this script has a hash of all that it loads.
  const bundle = import.meta.url.split("/").at(-1);
  const icons = new URL("icons/", import.meta.url);
  connect({ url }, root, bundle === undefined ? { icons } : { bundle, icons });
}
