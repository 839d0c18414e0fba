import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { WebSocketServer } from "ws";
import { PubSubHub } from "../core/pubsub.ts";
import { Session } from "../core/session.ts";
import type { Main, SessionOptions } from "../core/session-options.ts";
import { CloseCode } from "../protocol/messages.ts";
import type { Transport } from "../transport/transport.ts";
import { webSocketTransport } from "../transport/websocket.ts";
import { type ClientFile, clientFiles } from "./client-files.ts";
import { icon, pageHtml, securityHeaders } from "./html.ts";
import { type AppOptions, type ResolvedOptions, resolveOptions } from "./options.ts";
import { watchStrays } from "./strays.ts";

/** Most bytes in one message of a client's. */
const MAX_PAYLOAD = 256 * 1024;
/** Most updates a second over a socket: more than a screen can show is merged. */
const UPDATES_PER_SECOND = 60;

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
  /** Runs the app for a client that is connected in some other way. */
  connect(transport: Transport, about?: ConnectionOptions): Session;
  /** Ends all sessions and takes no more. */
  close(): Promise<void>;
  readonly options: ResolvedOptions;
}

/** What a connection made by hand may ask for. */
export interface ConnectionOptions {
  /** `false`: changed scalars, too, go through immer and fast-json-patch. For measuring; the result is the same. */
  readonly shortLane?: boolean;
}

/**
 * How a session begins. `run` gives its own: a CommonJS app may have another copy of the core than the server
 * that is loaded for it, and a session must be of the copy that the app's controls are of.
 */
export type OpenSession = (options: SessionOptions) => Session;

/** Makes an app to host. Does not listen: `run` does. Flet: `export_asgi_app`. */
export function createApp(main: Main, options: AppOptions = {}): App {
  return hostApp(main, options, (sessionOptions) => new Session(sessionOptions));
}

/** @internal */
export function hostApp(main: Main, appOptions: AppOptions, openSession: OpenSession): App {
  const options = resolveOptions(appOptions, process.env);
  const { webAppPath: path, webSocketEndpoint, development, log } = options;
  watchStrays(log);
  const boot = randomUUID();
  const hub = new PubSubHub();
  const sessions = new Set<Session>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const web = routes(options);
  const listen = getRequestListener(web.fetch);
  let isClosed = false;

  const open = (transport: Transport, about: Pick<SessionOptions, "maxUpdatesPerSecond" | "shortLane">): Session => {
    if (isClosed) transport.close(CloseCode.restarting, "the app has ended");
    const session = openSession({
      transport,
      main,
      hub,
      log,
      boot,
      isDevelopment: development,
      ...about,
    });
    if (isClosed) session.close();
    sessions.add(session);
    void transport.closed.then(() => sessions.delete(session));
    return session;
  };

  return {
    options,
    fetch: async (request) => web.fetch(request),
    listener(request, response, next) {
      // A router that mounts an app under a path takes the path away: the app knows where it stands.
      const { originalUrl } = request as { originalUrl?: string };
      if (originalUrl !== undefined) request.url = originalUrl;
      const isHere = `${request.url?.split("?")[0]}/`.startsWith(path);
      if (isHere || next === undefined) void listen(request, response);
      else next();
    },
    connect: (transport, { shortLane = true } = {}) => open(transport, { shortLane }),
    handleUpgrade(request, socket, head) {
      // The path is what the peer says it is: it need not be one.
      const pathname = request.url?.split("?")[0];
      if (isClosed) return refuse(socket, "503 Service Unavailable");
      if (pathname !== join(path, webSocketEndpoint)) return refuse(socket, "404 Not Found");
      if (!isAllowed(request, options)) {
        log.warn(`[runlet] refused a connection from the origin ${request.headers.origin}`);
        return refuse(socket, "403 Forbidden");
      }
      sockets.handleUpgrade(request, socket, head, (webSocket) =>
        open(webSocketTransport(webSocket), { maxUpdatesPerSecond: UPDATES_PER_SECOND }),
      );
    },
    async close() {
      isClosed = true;
      const ready = [...sessions].map((session) => session.options.transport.closed);
      for (const session of sessions) {
        session.options.transport.close(CloseCode.restarting, "the app is ending");
        session.close();
      }
      await Promise.race([Promise.all(ready), new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** The page at every path that a browser may navigate to, and the client's files. */
function routes({ webAppPath: path, webSocketEndpoint, name }: ResolvedOptions): Hono {
  const web = new Hono();
  const html = () => {
    const { entry, preload } = clientFiles();
    const file = (name: string) => `${path}runlet/${name}`;
    return pageHtml({
      title: name,
      script: file(entry),
      preload: preload.map(file),
      socket: join(path, webSocketEndpoint),
      icon: file("icon.svg"),
    });
  };
  web.use(async (context, next) => {
    await next();
    for (const [header, value] of Object.entries(securityHeaders)) context.header(header, value);
  });
  web.get(`${path}runlet/icon.svg`, (context) =>
    context.body(icon, 200, { "content-type": "image/svg+xml", "cache-control": "max-age=3600" }),
  );
  web.get(`${path}runlet/:file`, (context) => {
    const file = clientFiles().files.get(context.req.param("file"));
    if (file === undefined) return context.notFound();
    return send(file, context.req.header("accept-encoding"));
  });
  if (path !== "/") web.get(path.slice(0, -1), (context) => context.redirect(path, 308));
  web.get(`${path}*`, (context) => {
    const accepts = context.req.header("accept") ?? "text/html";
    if (!accepts.includes("text/html") && !accepts.includes("*/*")) return context.notFound();
    return context.html(html(), 200, { "cache-control": "no-cache" });
  });
  return web;
}

function send(file: ClientFile, encodings = ""): Response {
  const headers = {
    "content-type": file.type,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
  };
  return /\bgzip\b/.test(encodings)
    ? new Response(file.gzipped, { headers: { ...headers, "content-encoding": "gzip" } })
    : new Response(file.body, { headers });
}

/** A browser says which page connects: only the app's own may, and those allowed by name. */
function isAllowed({ headers }: IncomingMessage, { allowedOrigins }: ResolvedOptions): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

function refuse(socket: Duplex, status: string): void {
  // The peer may be gone already: nothing is lost then.
  socket.on("error", () => {});
  // What the peer sends behind its request is not read: without this, the socket would stay.
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy());
}

function join(path: string, endpoint: string): string {
  return path + endpoint.slice(1);
}
