// The app side: the to-do list runs in a Web Worker instead of on a server.
import { Host, mainOf } from "runlet";
import { messagePortTransport } from "runlet/transport";

const main = mainOf(() => import("../todo.ts"));
addEventListener("message", async ({ data: port }: MessageEvent<MessagePort>) => {
  new Host(await main).connect(messagePortTransport(port));
});
