import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Main } from "../controls/page/host.ts";
import { RunletError } from "../core/declaration/errors.ts";
import { type App, type CloseOptions, hostApp, type MakeHost, respondAndClose } from "./app.ts";
import { closeAtSignal } from "./close-at-signal.ts";
import type { AppOptions } from "./options.ts";
import { handleUnhandledErrors } from "./unhandled-errors.ts";

/** An app that is listening. */
export interface RunningApp {
  /** URL to open in a browser. */
  readonly url: string;
  readonly port: number;
  readonly app: App;
  /**
   * Stops listening and ends all sessions. `close({ drain: true })` lets running handlers and tasks end first, as
   * SIGTERM and SIGINT do. Calling `close()` meanwhile ends everything at once.
   */
  close(how?: CloseOptions): Promise<void>;
}

/** Milliseconds that a client has to send the headers of a request. */
const HEADERS_TIME = 10_000;
/** Milliseconds between two checks for late headers. Node's default of 30 seconds would allow slow clients too much. */
const HEADERS_CHECKED = 1000;
const HEADER_BYTES = 16 * 1024;
/** Milliseconds without any data after which an HTTP connection is closed. */
const IDLE_TIME = 30_000;

/** Status of the answer to a request that Node.js could not read. Any other error is a bad request. */
const STATUSES: { readonly [code: string]: string } = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

/** Hosts an app and starts to listen. */
export async function serve(main: Main, options: AppOptions = {}): Promise<RunningApp> {
  return listenFor(hostApp(main, options));
}

/** @internal Hosts an app and starts to listen, with a `Host` that the caller creates. */
export async function serveWith(main: Main, options: AppOptions, makeHost: MakeHost): Promise<RunningApp> {
  return listenFor(hostApp(main, options, makeHost));
}

async function listenFor(app: App): Promise<RunningApp> {
  const { host, port, webAppPath, log, shutdownTimeout } = app.options;
  const limits = {
    headersTimeout: HEADERS_TIME,
    connectionsCheckingInterval: HEADERS_CHECKED,
    maxHeaderSize: HEADER_BYTES,
  };
  const server = createServer(limits, app.listener);
  /** Sockets that the HTTP server has passed on, and so does not close itself. */
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (request, socket, head) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    app.handleUpgrade(request, socket, head);
  });
  // A client that reads no answer would keep its connection forever. A WebSocket has limits of its own.
  server.setTimeout(IDLE_TIME);
  server.maxConnections = app.options.limits.connections * 2;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    respondAndClose(socket, STATUSES[error.code ?? ""] ?? "400 Bad Request");
  });
  try {
    await listen(server, port, host);
  } catch (error) {
    await app.close();
    throw error;
  }
  // Until here, an error ends the process, so that its operator learns of a wrong configuration.
  const stopHandlingErrors = handleUnhandledErrors(log, true);
  const address = server.address() as AddressInfo;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  const url = `http://${shown}:${address.port}${webAppPath}`;
  log.info(`Runlet serves ${url}`);
  const close = async (how?: CloseOptions): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await app.close(how);
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
    await closed;
    ignoreSignals();
    stopHandlingErrors();
  };
  const ignoreSignals = closeAtSignal({ close: () => close({ drain: true }), timeout: shutdownTimeout });
  return { url, port: address.port, app, close };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRINUSE") return reject(cause);
      const message = `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another port by the option \`port\`, \`--port\` or RUNLET_SERVER_PORT.`;
      reject(new RunletError("port-in-use", message, { cause }));
    });
    server.listen(port, host, resolve);
  });
}
