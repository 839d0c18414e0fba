// The app's side: the to-do list that a server would run, in a Web Worker.
import { Host, mainOf } from "runlet";
import { messagePortTransport } from "runlet/transport";

const main = mainOf(() => import("../todo.ts"));
addEventListener("message", async ({ data: port }: MessageEvent<MessagePort>) => {
  new Host(await main).connect(messagePortTransport(port));
});
