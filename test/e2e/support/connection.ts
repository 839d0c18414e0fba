import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "runlet";
import { type AppOptions, createApp } from "runlet/server";
import { type ClientMessage, type ServerMessage, webSocketTransport } from "runlet/transport";
import { filter, map } from "rxjs";
import { onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { silent } from "./scene.ts";

/** Functions that change messages in transit. The result is delivered, and `undefined` drops the message. */
export interface Line {
  toClient(message: ServerMessage): ServerMessage;
  toServer(message: ClientMessage): ClientMessage | undefined;
}

/** Serves an app over a connection that changes messages, until the test ends. */
export async function serveOverLine(
  main: (page: Page) => void,
  line: Partial<Line>,
  options: AppOptions = {},
): Promise<{ readonly url: string; readonly sockets: ReadonlySet<WebSocket> }> {
  const { toClient = (message) => message, toServer = (message) => message } = line;
  const app = createApp(main, { log: silent, ...options });
  const http = createServer(app.listener).listen(0, "127.0.0.1");
  const server = new WebSocketServer({ server: http });
  server.on("connection", (socket) => {
    const transport = webSocketTransport(socket);
    app.connect({
      ...transport,
      send: (message) => transport.send(toClient(message)),
      messages$: transport.messages$.pipe(
        map((message) => toServer(message as ClientMessage)),
        filter((message) => message !== undefined),
      ),
    });
  });
  await new Promise((resolve) => http.once("listening", resolve));
  onTestFinished(async () => {
    await app.close();
    for (const socket of server.clients) socket.terminate();
    server.close();
    http.close();
    http.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`, sockets: server.clients };
}
