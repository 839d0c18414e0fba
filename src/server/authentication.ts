import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import { isEqual } from "../core/declaration/equal.ts";
import { CloseCode } from "../protocol/messages.ts";
import type { ClientAddress } from "./connection-policy.ts";
import type { ResolvedOptions } from "./options.ts";

/** Owner of a connection. */
export interface Identity {
  /** User that `authenticate` returned; undefined for an anonymous client. */
  readonly user?: unknown;
}

/**
 * Identifies the user of each connection with `authenticate`, repeats this while it is open, and counts each user's
 * connections.
 */
export class Authentication {
  readonly #options: ResolvedOptions;
  readonly #connections = new Map<string, number>();

  constructor(options: ResolvedOptions) {
    this.#options = options;
  }

  /** Identifies the user of a request. Returns `undefined` if the connection is refused. */
  async check(request: IncomingMessage, clientAddress: ClientAddress): Promise<Identity | undefined> {
    const { authenticate, log } = this.#options;
    if (authenticate === undefined) return {};
    try {
      const user = await authenticate(toRequest(request, clientAddress));
      if (user === false) return undefined;
      if (user === undefined) return {};
      keyOf(user);
      return { user };
    } catch (error) {
      log.error("[runlet] authenticate() failed, so the connection was refused:", error);
      return undefined;
    }
  }

  /**
   * Counts a connection until it is closed, and checks its user again at intervals, so that a logout also ends open
   * connections. Returns `false` if the user has too many connections.
   */
  admit(socket: WebSocket, identity: Identity, request: IncomingMessage, clientAddress: ClientAddress): boolean {
    const { limits, authenticate } = this.#options;
    if (authenticate === undefined) return true;
    if (identity.user !== undefined && !this.#count(socket, identity.user, limits.connectionsPerUser)) return false;
    const recheck = async (): Promise<void> => {
      const now = await this.check(request, clientAddress);
      if (now === undefined || !isEqual(now.user, identity.user)) {
        socket.close(CloseCode.unauthorized, "no longer allowed");
      }
    };
    const timer = setInterval(() => void recheck(), limits.identityInterval).unref();
    socket.on("close", () => clearInterval(timer));
    return true;
  }

  #count(socket: WebSocket, user: unknown, max: number): boolean {
    const key = keyOf(user);
    const count = this.#connections.get(key) ?? 0;
    if (count >= max) return false;
    this.#connections.set(key, count + 1);
    socket.on("close", () => {
      const remaining = (this.#connections.get(key) ?? 1) - 1;
      if (remaining > 0) this.#connections.set(key, remaining);
      else this.#connections.delete(key);
    });
    return true;
  }
}

/** Returns the key that a user's connections are counted by. Throws if the user has no usable key. */
function keyOf(user: unknown): string {
  const key = typeof user === "string" ? user : (JSON.stringify(user) as string | undefined);
  // The key of a Map, or of an object with private fields only, is the same for all users.
  if (key === undefined || key === "{}") throw new TypeError("its result does not distinguish one user from another");
  return key;
}

/** Converts a Node.js request to a web-standard `Request` with the same URL and headers. */
function toRequest({ headers, url = "/" }: IncomingMessage, { scheme, host }: ClientAddress): Request {
  const base = URL.canParse(`${scheme}//${host}`) ? `${scheme}//${host}` : "http://localhost";
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return new Request(new URL(url, base), { headers: pairs });
}
