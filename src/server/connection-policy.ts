import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { KeyedRateLimiter, RateLimiter } from "../core/link/rate-limiter.ts";
import { isSecret } from "../core/link/secret.ts";
import { type Clock, realClock } from "../core/reactive/clock.ts";
import { hostNameOf } from "./host-names.ts";
import type { ResolvedOptions } from "./options.ts";

/** Largest number of headers in one request. */
const MAX_HEADERS = 200;
/** Reason why a request is refused. */
export interface Refusal {
  /** HTTP status with its reason phrase. */
  readonly status: string;
  /** Text for the log: the problem, and how to allow the request if it is legitimate. */
  readonly reason: string;
}

/**
 * Client's address, and the host and scheme that the client used. Read from a trusted proxy's headers if there are any.
 */
export interface ClientAddress {
  readonly address: string;
  /** Host and port in lower case, without the default port. */
  readonly host: string;
  readonly scheme: "http:" | "https:";
}

/** Connection policy: checks the origin of a request, and the number of connections of its address. */
export class ConnectionPolicy {
  readonly #options: ResolvedOptions;
  readonly #connections = new Map<string, number>();
  #total = 0;
  readonly #connectLimiter: KeyedRateLimiter;

  constructor(options: ResolvedOptions, clock: Clock = realClock) {
    this.#options = options;
    const { connectsPerSecond } = options.limits;
    this.#connectLimiter = new KeyedRateLimiter(
      () => new RateLimiter(clock, connectsPerSecond, connectsPerSecond * 10),
    );
  }

  /**
   * Counts a connection of an address until the returned function is called, or returns why the connection is refused.
   */
  admit({ address }: ClientAddress): (() => void) | Refusal {
    const { connections, connectionsPerAddress } = this.#options.limits;
    if (this.#total >= connections) {
      return {
        status: "503 Service Unavailable",
        reason: `the app has ${this.#total} connections. To allow more, raise limits.connections`,
      };
    }
    const count = this.#connections.get(address) ?? 0;
    if (count >= connectionsPerAddress || !this.#connectLimiter.tryAcquire(address)) {
      return {
        status: "429 Too Many Requests",
        reason: `${address} has ${count} connections. If it is a proxy, set RUNLET_TRUST_PROXY; else raise limits.connectionsPerAddress or limits.connectsPerSecond`,
      };
    }
    this.#total++;
    this.#connections.set(address, count + 1);
    let isCounted = true;
    return () => {
      if (!isCounted) return;
      isCounted = false;
      this.#total--;
      const remaining = (this.#connections.get(address) ?? 1) - 1;
      if (remaining > 0) this.#connections.set(address, remaining);
      else this.#connections.delete(address);
    };
  }

  /** Checks an upgrade request. Returns why it is refused, or `undefined` if it is allowed. */
  check(request: IncomingMessage, clientAddress: ClientAddress): Refusal | undefined {
    if (request.rawHeaders.length > MAX_HEADERS * 2) {
      return { status: "431 Request Header Fields Too Large", reason: "a request had too many headers" };
    }
    if (request.headers["sec-websocket-version"] !== "13") {
      return {
        status: "426 Upgrade Required\r\nsec-websocket-version: 13",
        reason: "a client uses another WebSocket version",
      };
    }
    return this.#checkOrigin(request, clientAddress);
  }

  /**
   * Checks the origin, so that another site cannot use a person's session. A browser sends the origin of the page that
   * connects. Only the app's own origin and the allowed origins may connect. A client that sends no origin must send
   * the token.
   */
  #checkOrigin({ headers, rawHeaders }: IncomingMessage, clientAddress: ClientAddress): Refusal | undefined {
    const { clientToken, allowedOrigins } = this.#options;
    const { origin, authorization } = headers;
    if (origin === undefined) {
      if (clientToken !== undefined && isSecret(authorization ?? "", `Bearer ${clientToken}`)) return undefined;
      return forbidden(
        "a client that sent no origin, so it is not a browser. To connect, it must send the app's origin, or RUNLET_CLIENT_TOKEN as a bearer token",
      );
    }
    const isOne = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "origin").length === 1;
    if (isOne && URL.canParse(origin)) {
      const asked = new URL(origin);
      if (asked.origin === `${clientAddress.scheme}//${clientAddress.host}`) return undefined;
      if (allowedOrigins.some((allowed) => isAllowed(asked, allowed))) return undefined;
    }
    return forbidden(
      `a page of the origin ${origin}, and this app is ${clientAddress.scheme}//${clientAddress.host}. If that is right, add it to RUNLET_ALLOWED_ORIGINS; behind a proxy, set RUNLET_TRUST_PROXY`,
    );
  }
}

function forbidden(reason: string): Refusal {
  return { status: "403 Forbidden", reason: reason };
}

/**
 * Returns whether an origin matches an allowed origin. `https://*.example.com` matches each name directly below, with
 * the same scheme and port.
 */
function isAllowed(asked: URL, allowed: string): boolean {
  if (!allowed.includes("://*.")) return asked.origin === new URL(allowed).origin;
  const pattern = new URL(allowed.replace("://*.", "://"));
  const [name, ...parent] = asked.hostname.split(".");
  const isBelow = name !== "" && parent.join(".") === pattern.hostname;
  return asked.protocol === pattern.protocol && asked.port === pattern.port && isBelow;
}

/**
 * Returns the address of the client that sent a request. Forwarded headers are used only with `trustProxy`, because a
 * client could forge them. Of several values only the last is used: the nearest proxy wrote it.
 */
export function clientAddressOf(request: IncomingMessage, trustProxy: boolean): ClientAddress {
  const forwarded = (name: string): string | undefined => {
    const value = trustProxy ? request.headers[`x-forwarded-${name}`] : undefined;
    return [value].flat().at(-1)?.split(",").at(-1)?.trim();
  };
  const isEncrypted = (request.socket as { encrypted?: boolean }).encrypted === true;
  const proto = forwarded("proto") ?? (isEncrypted ? "https" : "http");
  return {
    address: networkOf(forwarded("for") || request.socket.remoteAddress || ""),
    // Several Host headers are joined to a text that is no host, and so is refused.
    host: hostOf(forwarded("host") ?? request.headersDistinct.host?.join(", ") ?? "", proto),
    scheme: proto === "https" ? "https:" : "http:",
  };
}

/**
 * Returns what counts as one client: an IPv4 address, or an IPv6 network of 64 bits, which one client has as a whole. Some
 * proxies add the port of the client.
 */
export function networkOf(text: string): string {
  const address = /^\[([^\]]*)\]/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (ipv4 !== undefined) return ipv4;
  const [zoneless = ""] = address.split("%");
  if (!isIPv6(zoneless)) return address;
  const [start = "", end] = new URL(`http://[${zoneless}]`).hostname.slice(1, -1).split("::");
  const groups = start.split(":");
  const missing = end === undefined ? 0 : 8 - groups.length - end.split(":").length;
  const all = [...groups, ...Array<string>(missing).fill("0"), ...(end ?? "").split(":")];
  return `${all
    .slice(0, 4)
    .map((group) => group || "0")
    .join(":")}::/64`;
}

/** Returns a host in the form that origins use: lower case, without the default port of its scheme. */
function hostOf(host: string, scheme: string): string {
  const url = `${scheme === "https" ? "https" : "http"}://${host}`;
  return hostNameOf(host) !== undefined && URL.canParse(url) ? new URL(url).host : host.toLowerCase();
}
