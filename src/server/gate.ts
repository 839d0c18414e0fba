import type { IncomingMessage } from "node:http";
import { Rate, Rates } from "../core/rate.ts";
import { realClock } from "../core/schedule.ts";
import { isSecret } from "../core/secret.ts";
import type { ResolvedOptions } from "./options.ts";

/** Most headers of one request. */
const MOST_HEADERS = 200;
/** No other site's name is one of these: what ends in a number is an address. */
const LOCAL_NAME = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;

/** What a request is refused with. */
export interface Refusal {
  /** An HTTP status, with its words. */
  readonly status: string;
  /** For the log: what was wrong, and what to do if it should not be. */
  readonly why: string;
}

/** Where a request comes from and goes to, as far as the proxies that are trusted say. */
export interface Way {
  readonly address: string;
  /** Host and port, in lower case. */
  readonly host: string;
  readonly scheme: "http:" | "https:";
}

/** Decides who may connect: by the page that asks, and by how many connections its address has already. */
export class Gate {
  readonly #options: ResolvedOptions;
  readonly #connections = new Map<string, number>();
  readonly #connects: Rates;

  constructor(options: ResolvedOptions) {
    this.#options = options;
    const { connectsPerSecond } = options.limits;
    this.#connects = new Rates(() => new Rate(realClock, connectsPerSecond, connectsPerSecond * 10));
  }

  /** Counts a connection of an address until the result is called, or says why there may not be another. */
  enter({ address }: Way): (() => void) | Refusal {
    const { connectionsPerAddress } = this.#options.limits;
    const count = this.#connections.get(address) ?? 0;
    if (count >= connectionsPerAddress || !this.#connects.take(address)) {
      return {
        status: "429 Too Many Requests",
        why: `${address} has ${count} connections. If it is a proxy, set RUNLET_TRUST_PROXY; else raise limits.connectionsPerAddress or limits.connectsPerSecond`,
      };
    }
    this.#connections.set(address, count + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      const left = (this.#connections.get(address) ?? 1) - 1;
      if (left > 0) this.#connections.set(address, left);
      else this.#connections.delete(address);
    };
  }

  /** Whether a request to upgrade may be one of this app's. */
  check(request: IncomingMessage, way: Way): Refusal | undefined {
    if (request.rawHeaders.length > MOST_HEADERS * 2) {
      return { status: "431 Request Header Fields Too Large", why: "a request had too many headers" };
    }
    if (request.headers["sec-websocket-version"] !== "13") {
      return { status: "426 Upgrade Required\r\nsec-websocket-version: 13", why: "a client speaks another WebSocket" };
    }
    return this.#checkOrigin(request, way);
  }

  /** A browser says which page connects: only the app's own may, and those allowed by name. Others must show the token. */
  #checkOrigin({ headers, rawHeaders }: IncomingMessage, way: Way): Refusal | undefined {
    const { clientToken, allowedOrigins } = this.#options;
    const { origin, authorization } = headers;
    if (origin === undefined) {
      if (clientToken !== undefined && isSecret(authorization ?? "", `Bearer ${clientToken}`)) return undefined;
      return forbidden(
        "a client that is no browser, since it names no origin. One that may connect sends its own origin, or RUNLET_CLIENT_TOKEN as a bearer token",
      );
    }
    const isOne = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "origin").length === 1;
    if (isOne && URL.canParse(origin)) {
      const asked = new URL(origin);
      if (asked.origin === `${way.scheme}//${way.host}`) return undefined;
      if (allowedOrigins.some((allowed) => isAllowed(asked, allowed))) return undefined;
    }
    return forbidden(
      `a page of the origin ${origin}, and this app is ${way.scheme}//${way.host}. If that is right, add it to RUNLET_ALLOWED_ORIGINS; behind a proxy, set RUNLET_TRUST_PROXY`,
    );
  }
}

function forbidden(who: string): Refusal {
  return { status: "403 Forbidden", why: who };
}

/** `https://*.example.com` stands for each name right below, and for no other scheme or port. */
function isAllowed(asked: URL, allowed: string): boolean {
  if (!allowed.includes("://*.")) return asked.origin === new URL(allowed).origin;
  const pattern = new URL(allowed.replace("://*.", "://"));
  const [name, ...parent] = asked.hostname.split(".");
  const isBelow = name !== "" && parent.join(".") === pattern.hostname;
  return asked.protocol === pattern.protocol && asked.port === pattern.port && isBelow;
}

/** Where a request comes from. What a proxy adds is believed only with `trustProxy`, and of several the last. */
export function wayOf(request: IncomingMessage, trustProxy: boolean): Way {
  const forwarded = (name: string): string | undefined => {
    const value = trustProxy ? request.headers[`x-forwarded-${name}`] : undefined;
    return [value].flat().at(-1)?.split(",").at(-1)?.trim();
  };
  const isEncrypted = (request.socket as { encrypted?: boolean }).encrypted === true;
  const proto = forwarded("proto") ?? (isEncrypted ? "https" : "http");
  return {
    address: forwarded("for") ?? request.socket.remoteAddress ?? "",
    host: hostOf(forwarded("host") ?? request.headers.host ?? "", proto),
    scheme: proto === "https" ? "https:" : "http:",
  };
}

/** A host as origins have it: lower case, without the port that its scheme has anyway. */
function hostOf(host: string, scheme: string): string {
  const url = `${scheme === "https" ? "https" : "http"}://${host}`;
  return URL.canParse(url) ? new URL(url).host : host.toLowerCase();
}

/** Whether an app that listens on this machine alone is asked by one of its names: else another site's name leads here. */
export function isLocalName(host: string, allowedOrigins: readonly string[]): boolean {
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
  if (LOCAL_NAME.test(name)) return true;
  return allowedOrigins.some((allowed) => URL.canParse(allowed) && new URL(allowed).hostname === name);
}

export function isLocalAddress(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
