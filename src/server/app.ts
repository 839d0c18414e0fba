import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { getHeapStatistics } from "node:v8";
import { getRequestListener } from "@hono/node-server";
import { WebSocketServer } from "ws";
import type { ConnectOptions } from "../core/connection.ts";
import { Host, type HostOptions } from "../core/host.ts";
import { calmLog } from "../core/rate.ts";
import { realClock } from "../core/schedule.ts";
import type { Session } from "../core/session.ts";
import type { Main } from "../core/session-options.ts";
import { CloseCode } from "../protocol/messages.ts";
import type { Transport } from "../transport/transport.ts";
import { webSocketTransport } from "../transport/websocket.ts";
import { clientFiles } from "./client-files.ts";
import { Gate, isLocalName, type Way, wayOf } from "./gate.ts";
import { Identities } from "./identities.ts";
import { type AppOptions, type ResolvedOptions, resolveOptions } from "./options.ts";
import { join, routes } from "./routes.ts";
import { watchStrays } from "./strays.ts";
import { startWatchdog } from "./watchdog.ts";

/** Most updates a second over a socket: more than a screen can show is merged. */
const UPDATES_PER_SECOND = 60;
/** Most pieces of one message. */
const MOST_FRAGMENTS = 256;
const MOST_CHUNKS = 4096;
/** Which part of the heap may be used when another session begins. */
const FULLEST_HEAP = 0.9;
/** Bytes that the limit has for what was just made: what lasts cannot have them. */
const YOUNG_HEAP = 48 * 1024 * 1024;
/** Milliseconds in which a client must answer a close. */
const CLOSE_TIME = 4000;

/** An app to host: give requests to `fetch` or `listener`, and WebSocket upgrades to `handleUpgrade`. */
export interface App {
  /** For any web-standard host: Hono, Bun, Deno. */
  fetch(request: Request): Promise<Response>;
  /**
   * For `node:http`, Express, Connect, Fastify. With `webAppPath`, what lies outside it goes to `next`, if there
   * is one: `express.use(app.listener)`, or `express.use("/apps/one", app.listener)`.
   */
  listener(request: IncomingMessage, response: ServerResponse, next?: () => void): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * Runs the app for a client that is connected in some other way. The session is the client's, unless its hello goes
   * on with another one: then this one ends, and has shown nothing.
   */
  connect(transport: Transport, about?: ConnectOptions): Session;
  /** All sessions that have not ended, whether or not a client is connected. */
  readonly sessions: readonly Session[];
  /** Ends all sessions and takes no more. */
  close(): Promise<void>;
  readonly options: ResolvedOptions;
}

/**
 * Makes the host of an app's sessions. `run` gives its own: a CommonJS app may have another copy of the core than the
 * server that is loaded for it, and sessions must be of the copy that the app's controls are of.
 */
export type MakeHost = (main: Main, options: HostOptions) => Host;

/** What only a server that listens by itself knows. */
export interface Listening {
  /** It can be reached from this machine alone: so only by one of its names. */
  readonly isLocal?: boolean;
}

/** Makes an app to host. Does not listen: `run` does. Flet: `export_asgi_app`. */
export function createApp(main: Main, options: AppOptions = {}): App {
  return hostApp(main, options);
}

/** @internal */
export function hostApp(
  main: Main,
  appOptions: AppOptions,
  makeHost: MakeHost = (hosted, hostOptions) => new Host(hosted, hostOptions),
  listening: (options: ResolvedOptions) => Listening = () => ({}),
): App {
  const options = resolveOptions(appOptions, process.env);
  const { webAppPath: path, webSocketEndpoint, development, log, limits, trustProxy, sessionTimeout } = options;
  const { isLocal = false } = listening(options);
  watchStrays(log);
  const calm = calmLog(log, realClock);
  const watchdog = startWatchdog({ log, ...(options.maxBlock > 0 && { killAfter: options.maxBlock }) });
  const host = makeHost(main, {
    boot: randomUUID(),
    isDevelopment: development,
    log: calm,
    limits,
    sessionTimeout,
    bundle: () => clientFiles().entry,
    watch: watchdog,
    ended: ({ id }) => watchdog.forget(id),
    isFull,
  });
  const gate = new Gate(options);
  const identities = new Identities(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    maxFragments: MOST_FRAGMENTS,
    maxBufferedChunks: MOST_CHUNKS,
    perMessageDeflate: false,
    // Known to `ws`, and not to its types.
    ...{ closeTimeout: CLOSE_TIME },
  });
  const web = routes(options);
  const listen = getRequestListener(web.fetch);
  let isClosed = false;

  const admit = async (request: IncomingMessage, socket: Duplex, head: Buffer, way: Way): Promise<void> => {
    const leave = gate.enter(way);
    if ("status" in leave) return refuse(socket, leave.status, leave.why);
    socket.on("close", leave);
    // Without a listener an error would be nobody's: `ws` sets its own only when it takes the socket over.
    const ignore = () => {};
    socket.on("error", ignore);
    const identity = await identities.check(request, way);
    if (socket.destroyed) return;
    socket.removeListener("error", ignore);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (identity === undefined) return webSocket.close(CloseCode.unauthorized, "not allowed in");
      const isCounted = identities.enter(webSocket, identity, request, way);
      if (!isCounted) return webSocket.close(CloseCode.tooMany, "too many connections of one user");
      const { origin } = request.headers;
      const bytesRead = () => (socket as Socket).bytesRead;
      host.accept(webSocketTransport(webSocket, { ...limits, bytesRead }), {
        ...identity,
        address: way.address,
        ...(origin !== undefined && { origin }),
        maxUpdatesPerSecond: UPDATES_PER_SECOND,
      });
    });
  };
  const refuse = (socket: Duplex, status: string, why: string): void => {
    calm.warn(`[runlet] refused a connection: ${why}.`);
    end(socket, status);
  };

  return {
    options,
    get sessions() {
      return host.sessions;
    },
    fetch: async (request) => web.fetch(request),
    listener(request, response, next) {
      // A router that mounts an app under a path takes the path away: the app knows where it stands.
      const { originalUrl } = request as { originalUrl?: string };
      if (originalUrl !== undefined) request.url = originalUrl;
      if (isLocal && !isLocalName(wayOf(request, trustProxy).host, options.allowedOrigins)) {
        response.writeHead(403, { "content-type": "text/plain", connection: "close" });
        return void response.end("This app answers to localhost only. Its operator can add an origin.\n");
      }
      const isHere = `${request.url?.split("?")[0]}/`.startsWith(path);
      if (isHere || next === undefined) void listen(request, response);
      else next();
    },
    connect: (transport, about) => host.connect(transport, about),
    handleUpgrade(request, socket, head) {
      // The path is what the peer says it is: it need not be one.
      const pathname = request.url?.split("?")[0];
      if (isClosed) return end(socket, "503 Service Unavailable");
      if (pathname !== join(path, webSocketEndpoint)) return end(socket, "404 Not Found");
      const way = wayOf(request, trustProxy);
      if (isLocal && !isLocalName(way.host, options.allowedOrigins)) {
        return refuse(socket, "403 Forbidden", `it asked for ${way.host}, and this app answers to localhost only`);
      }
      const refusal = gate.check(request, way);
      if (refusal !== undefined) return refuse(socket, refusal.status, refusal.why);
      void admit(request, socket, head, way);
    },
    async close() {
      isClosed = true;
      await host.close();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      watchdog.stop();
    },
  };
}

/** Whether the heap is near its limit: those who are there need what is left. */
function isFull(): boolean {
  const { used_heap_size: used, heap_size_limit: most } = getHeapStatistics();
  return used > (most - YOUNG_HEAP) * FULLEST_HEAP;
}

function end(socket: Duplex, status: string): void {
  // The peer may be gone already: nothing is lost then.
  socket.on("error", () => {});
  // What the peer sends behind its request is not read: without this, the socket would stay.
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy());
}
