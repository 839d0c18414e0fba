import { connect } from "./connect.ts";

/** The script of the page that the host serves: the page says where its WebSocket is. */
const root = document.getElementById("runlet");
if (root !== null) {
  const url = new URL(root.dataset.socket ?? "ws", document.baseURI);
  url.protocol = url.protocol.replace("http", "ws");
  connect({ url }, root);
}
