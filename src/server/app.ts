import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { WebSocketServer } from "ws";
import type { Main, Session } from "../controls/page/host.ts";
import { Host, type HostOptions } from "../controls/page/host.ts";
import { reportUnknownAssignments } from "../core/declaration/unknown-assignments.ts";
import type { ConnectOptions } from "../core/link/connection.ts";
import { CloseCode } from "../protocol/messages.ts";
import type { Transport } from "../transport/transport.ts";
import { webSocketTransport } from "../transport/websocket.ts";
import { Authentication, ownerName } from "./authentication.ts";
import { BlockingClock } from "./blocking-clock.ts";
import { clientFiles } from "./client-files.ts";
import { type ClientAddress, ConnectionPolicy, clientAddressOf } from "./connection-policy.ts";
import { isHeapFull } from "./heap.ts";
import { HostNames } from "./host-names.ts";
import { isolationHeaders } from "./html.ts";
import { type AppOptions, type ResolvedOptions, resolveOptions } from "./options.ts";
import { join, routes } from "./routes.ts";
import { throttledLog } from "./throttled-log.ts";
import { handleUnhandledErrors } from "./unhandled-errors.ts";
import { startWatchdog } from "./watchdog.ts";

/** Largest number of updates a second over one socket. A screen cannot show more, so further changes are merged. */
const UPDATES_PER_SECOND = 60;
/** Largest number of fragments of one message. */
const MAX_FRAGMENTS = 256;
const MAX_CHUNKS = 4096;
const HEADER_LINES = Object.entries(isolationHeaders).map(([name, value]) => `${name}: ${value}`);
const TEXT = { ...isolationHeaders, "content-type": "text/plain; charset=utf-8" };
/** Milliseconds that a client has to answer a close frame. */
const CLOSE_TIMEOUT = 4000;

/** An app to host. Pass requests to `fetch` or `listener`, and WebSocket upgrades to `handleUpgrade`. */
export interface App {
  /** Handles a request of a web-standard host: Hono, Bun, Deno. */
  fetch(request: Request): Promise<Response>;
  /**
   * Handles a request of `node:http`, Express, Connect or Fastify: `express.use(app.listener)`, or
   * `express.use("/apps/one", app.listener)`. A request outside `webAppPath` is passed to `next`, if given.
   */
  listener(request: IncomingMessage, response: ServerResponse, next?: () => void): void;
  /** Handles a request to upgrade to a WebSocket: `server.on("upgrade", app.handleUpgrade)`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * Runs the app for a client that is connected through another transport, such as a message port. Returns the client's
   * new session. If the client's hello message resumes an earlier session, this one ends without having shown anything.
   */
  connect(transport: Transport, about?: ConnectOptions): Session;
  /** Sessions that have not ended, with or without a connected client. */
  readonly sessions: readonly Session[];
  /**
   * Ends all sessions and refuses new connections. `close({ drain: true })` lets running handlers and tasks end first.
   * Calling `close()` meanwhile ends everything at once.
   */
  close(how?: CloseOptions): Promise<void>;
  readonly options: ResolvedOptions;
}

/**
 * Function that creates the host of an app's sessions. `run` passes its own: a CommonJS app may load another copy of
 * the core than the server does, and sessions must use the same copy as the app's controls.
 */
export type MakeHost = (main: Main, options: HostOptions) => Host;

/** How an app ends. */
export interface CloseOptions {
  /**
   * Whether running handlers and tasks may end first, for up to `shutdownTimeout` seconds. Clients are disconnected
   * before that, and come back when the app runs again. Default `false`: everything ends at once.
   */
  readonly drain?: boolean;
}

/** Creates an app to host in a server of your own. Does not listen; `run` and `serve` do. Flet: `export_asgi_app`. */
export function createApp(main: Main, options: AppOptions = {}): App {
  return hostApp(main, options);
}

/** @internal */
export function hostApp(
  main: Main,
  appOptions: AppOptions,
  makeHost: MakeHost = (hosted, hostOptions) => new Host(hosted, hostOptions),
): App {
  const options = resolveOptions(appOptions, process.env);
  const {
    webAppPath: path,
    webSocketEndpoint,
    development,
    log,
    limits,
    trustProxy,
    sessionTimeout,
    shutdownTimeout,
  } = options;
  if (development) reportUnknownAssignments();
  const clock = new BlockingClock();
  const limitedLog = throttledLog(log, clock);
  const watchdog = startWatchdog({ log, ...(options.maxBlock > 0 && { killAfter: options.maxBlock }) });
  const host = makeHost(main, {
    clock,
    boot: randomUUID(),
    isDevelopment: development,
    log: limitedLog,
    limits,
    sessionTimeout,
    bundle: () => clientFiles().entry,
    watch: watchdog,
    ended: ({ id }) => watchdog.forget(id),
    isFull: isHeapFull,
    digest: ownerName,
    ...(options.userKey !== undefined && { userKey: options.userKey }),
  });
  const policy = new ConnectionPolicy(options, clock);
  const names = new HostNames(options, limitedLog);
  const authentication = new Authentication(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    maxFragments: MAX_FRAGMENTS,
    maxBufferedChunks: MAX_CHUNKS,
    perMessageDeflate: false,
    // `ws` knows this option, but its types do not declare it.
    ...{ closeTimeout: CLOSE_TIMEOUT },
  });
  const web = routes(options);
  const listen = getRequestListener(web.fetch);
  let isClosed = false;
  const stopHandlingErrors = handleUnhandledErrors(log);

  const admit = async (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    clientAddress: ClientAddress,
  ): Promise<void> => {
    const release = policy.admit(clientAddress);
    if ("status" in release) return refuse(socket, release.status, release.reason);
    socket.on("close", release);
    // An error event without a listener would end the process. `ws` adds its own listener only at the upgrade below.
    const ignore = () => {};
    socket.on("error", ignore);
    const identity = await authentication.check(request, clientAddress);
    // The client may have left meanwhile. A session of it would be kept for no client.
    if (socket.destroyed || !socket.readable) return void socket.destroy();
    socket.removeListener("error", ignore);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // A client that is refused may still send anything, and has no transport that would listen for errors.
      webSocket.on("error", ignore);
      const { address } = clientAddress;
      // The client tries again later: it may well be a user.
      if (identity === "late") return webSocket.close(CloseCode.overloaded, "identity unknown");
      if (identity === "refused") {
        limitedLog.warn(`[runlet] authenticate() refused a client at ${address}.`);
        return webSocket.close(CloseCode.unauthorized, "not allowed");
      }
      const isCounted = authentication.admit(webSocket, identity, request, clientAddress);
      if (!isCounted) {
        limitedLog.warn(
          `[runlet] refused a connection from ${address}: its user has too many. Raise limits.connectionsPerUser.`,
        );
        return webSocket.close(CloseCode.tooMany, "too many connections of one user");
      }
      const { origin } = request.headers;
      const bytesRead = () => (socket as Socket).bytesRead;
      host.accept(webSocketTransport(webSocket, { ...limits, bytesRead }), {
        ...identity,
        address,
        ...(origin !== undefined && { origin }),
        maxUpdatesPerSecond: UPDATES_PER_SECOND,
      });
    });
  };
  const refuse = (socket: Duplex, status: string, reason: string): void => {
    limitedLog.warn(`[runlet] refused a connection: ${reason}.`);
    respondAndClose(socket, status);
  };

  return {
    options,
    get sessions() {
      return host.sessions;
    },
    async fetch(request) {
      // Without a list, the names are up to the server that calls this method: a Request does not say how it arrived.
      const { host: requested } = new URL(request.url);
      const refusal = options.allowedHosts.length === 0 ? undefined : names.refuse(requested);
      return refusal === undefined ? web.fetch(request) : new Response(`${refusal}\n`, { status: 403, headers: TEXT });
    },
    listener(request, response, next) {
      // A router that mounts the app under a path removes that path from the URL, but the app's routes include it.
      const { originalUrl } = request as { originalUrl?: string };
      if (originalUrl !== undefined) request.url = originalUrl;
      const isHere = `${request.url?.split("?")[0]}/`.startsWith(path);
      if (!isHere && next !== undefined) return next();
      // The routes set these headers, too, but some answers to malformed requests come from below them.
      for (const [header, value] of Object.entries(isolationHeaders)) response.setHeader(header, value);
      const refusal = names.refuse(clientAddressOf(request, trustProxy).host);
      if (refusal === undefined) return void listen(request, response);
      response.writeHead(403, { ...TEXT, connection: "close" }).end(`${refusal}\n`);
    },
    connect: (transport, about) => host.connect(transport, about),
    handleUpgrade(request, socket, head) {
      // The client may send any text as the path, so it is not parsed as a URL.
      const pathname = request.url?.split("?")[0];
      if (isClosed) return respondAndClose(socket, "503 Service Unavailable");
      if (pathname !== join(path, webSocketEndpoint)) return respondAndClose(socket, "404 Not Found");
      const clientAddress = clientAddressOf(request, trustProxy);
      // The refusal is in the log, once for each name.
      if (names.refuse(clientAddress.host) !== undefined) return respondAndClose(socket, "403 Forbidden");
      const refusal = policy.check(request, clientAddress);
      if (refusal !== undefined) return refuse(socket, refusal.status, refusal.reason);
      admit(request, socket, head, clientAddress).catch((error: unknown) => {
        log.error("[runlet] a connection could not be accepted:", error);
        socket.destroy();
      });
    },
    async close({ drain = false } = {}) {
      isClosed = true;
      await host.close(drain ? shutdownTimeout * 1000 : 0);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      watchdog.stop();
      stopHandlingErrors();
      clock.stop();
    },
  };
}

/** @internal Answers a request on its socket, with a status line and no content. */
export function respondAndClose(socket: Duplex, status: string): void {
  // The peer may have closed the connection already. The error event must have a listener, but needs no handling.
  socket.on("error", () => {});
  // Data that the peer sends after its request is never read, so the socket would stay open without destroy().
  const lines = [status, ...HEADER_LINES, "connection: close", "content-length: 0"];
  socket.end(`HTTP/1.1 ${lines.join("\r\n")}\r\n\r\n`, () => socket.destroy());
}
