/** The least that answers the same messages, in a process of its own: a bare `ws`, with no session behind it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { CONTROLS } from "../measures.ts";
import { answer } from "./answer.ts";
import { serverCalls } from "./server-calls.ts";

/** Of the controls, as on Runlet's page. */
const BUTTONS = 11;
const WELCOME = `{"type":"welcome","protocol":1,"session":"${"0".repeat(36)}","secret":"${"0".repeat(43)}","resumed":false,"cmd":0}`;
const FIRST = firstUpdate();

/** Broadcasts, which come before any clicks: so each has one number for all. */
let news = 0;
const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024, perMessageDeflate: false });
const http = createServer();
http.on("upgrade", (request, socket, head) => sockets.handleUpgrade(request, socket, head, serve));
await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));

function serve(socket: WebSocket): void {
  const before = news;
  let sent = 1;
  socket.on("message", (data) => {
    const { type, commands } = JSON.parse(data.toString()) as {
      type: string;
      commands?: { cmd: number; id: number }[];
    };
    if (type === "hello") {
      socket.send(WELCOME);
      socket.send(FIRST);
    } else if (commands !== undefined) {
      const { cmd: ack, id } = commands.at(-1) as { cmd: number; id: number };
      const ops = [{ op: "replace", path: `/${id}/value`, value: String(ack) }];
      socket.send(JSON.stringify({ type: "update", seq: ++sent + news - before, ack, ops }));
    }
  });
}

/** About as large as that of Runlet's page. */
function firstUpdate(): string {
  const documents: { [id: string]: object } = {};
  for (let id = 1; id <= CONTROLS; id++) {
    documents[id] =
      id <= BUTTONS ? { $type: "Button", content: "More", onClick: true } : { $type: "Text", value: `Line ${id}` };
  }
  return JSON.stringify({ type: "update", seq: 1, ack: 0, ops: [{ op: "replace", path: "", value: documents }] });
}

answer(
  serverCalls((http.address() as AddressInfo).port, (_, value) => {
    const ops = [{ op: "replace", path: "/2/value", value }];
    const bytes = Buffer.from(JSON.stringify({ type: "update", seq: 1 + ++news, ack: 0, ops }));
    for (const socket of sockets.clients) socket.send(bytes, { binary: false });
  }),
);
