import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import { isEqual } from "../core/equal.ts";
import { CloseCode } from "../protocol/messages.ts";
import type { Way } from "./gate.ts";
import type { ResolvedOptions } from "./options.ts";

/** Who a connection is of: nobody known, or a user. */
export interface Identity {
  readonly user?: unknown;
}

/** Asks the app who connects, at each connection and again while it is open, and counts the connections of each user. */
export class Identities {
  readonly #options: ResolvedOptions;
  readonly #connections = new Map<string, number>();

  constructor(options: ResolvedOptions) {
    this.#options = options;
  }

  /** Who sends a request; `undefined`: who may not come in. */
  async check(request: IncomingMessage, way: Way): Promise<Identity | undefined> {
    const { authenticate, log } = this.#options;
    if (authenticate === undefined) return {};
    try {
      const user = await authenticate(toRequest(request, way));
      if (user === false) return undefined;
      if (user === undefined) return {};
      keyOf(user);
      return { user };
    } catch (error) {
      log.error("[runlet] authenticate() failed, so nobody was let in:", error);
      return undefined;
    }
  }

  /** Counts a connection until it is closed, and asks again who it is of. False: the user has too many. */
  enter(socket: WebSocket, identity: Identity, request: IncomingMessage, way: Way): boolean {
    const { limits, authenticate } = this.#options;
    if (authenticate === undefined) return true;
    if (identity.user !== undefined && !this.#count(socket, identity.user, limits.connectionsPerUser)) return false;
    const again = async (): Promise<void> => {
      const now = await this.check(request, way);
      if (now === undefined || !isEqual(now.user, identity.user)) {
        socket.close(CloseCode.unauthorized, "not allowed in any more");
      }
    };
    const timer = setInterval(() => void again(), limits.identityInterval).unref();
    socket.on("close", () => clearInterval(timer));
    return true;
  }

  #count(socket: WebSocket, user: unknown, most: number): boolean {
    const key = keyOf(user);
    const count = this.#connections.get(key) ?? 0;
    if (count >= most) return false;
    this.#connections.set(key, count + 1);
    socket.on("close", () => {
      const left = (this.#connections.get(key) ?? 1) - 1;
      if (left > 0) this.#connections.set(key, left);
      else this.#connections.delete(key);
    });
    return true;
  }
}

/** What a user is counted by, which throws where there is none. */
function keyOf(user: unknown): string {
  const key = typeof user === "string" ? user : (JSON.stringify(user) as string | undefined);
  // A Map, or a class that keeps everything to itself: whoever comes would count as the same user.
  if (key === undefined || key === "{}") throw new TypeError("what it returned does not tell one user from another");
  return key;
}

/** A request as the web has it: what the app looks at are its headers. */
function toRequest({ headers, url = "/" }: IncomingMessage, { scheme, host }: Way): Request {
  const base = URL.canParse(`${scheme}//${host}`) ? `${scheme}//${host}` : "http://localhost";
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return new Request(new URL(url, base), { headers: pairs });
}
