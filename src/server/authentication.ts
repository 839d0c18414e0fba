import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import { type Clock, realClock } from "../core/reactive/clock.ts";
import { userKeyOf } from "../core/session/user-key.ts";
import { CloseCode } from "../protocol/messages.ts";
import type { ClientAddress } from "./connection-policy.ts";
import type { ResolvedOptions } from "./options.ts";

/**
 * Number of parts that the timeout of `authenticate` is waited for in. While the event loop is blocked, no answer can
 * be read, so a block counts as one part at most.
 */
const TIMEOUT_PARTS = 5;
/** Number of repeated checks in a row that may time out before the connection is closed. */
const MAX_LATE_CHECKS = 2;

/** Owner of a connection. */
export interface Identity {
  /** User that `authenticate` returned; undefined for an anonymous client. */
  readonly user?: unknown;
  /** Text that this user alone has; undefined for an anonymous client. */
  readonly userKey?: string | undefined;
}

/** Result of `authenticate`: the identity, or why there is none. `"late"` means that it gave no answer in time. */
export type Check = Identity | "refused" | "late";

/**
 * Identifies the user of each connection with `authenticate`, repeats this while it is open, and counts each user's
 * connections.
 */
export class Authentication {
  readonly #options: ResolvedOptions;
  readonly #clock: Clock;
  readonly #connections = new Map<string, number>();

  constructor(options: ResolvedOptions, clock: Clock = realClock) {
    this.#options = options;
    this.#clock = clock;
  }

  /** Identifies the user of a request. */
  async check(request: IncomingMessage, clientAddress: ClientAddress): Promise<Check> {
    const { authenticate, userKey: keyOf } = this.#options;
    if (authenticate === undefined) return {};
    try {
      const user = await this.#inTime(authenticate(toRequest(request, clientAddress)));
      if (user === LATE) {
        this.#report(`authenticate() gave no answer within ${this.#options.limits.authenticateTime} milliseconds`);
        return "late";
      }
      if (user === false) return "refused";
      const userKey = userKeyOf(user, keyOf);
      return userKey === undefined ? {} : { user, userKey };
    } catch (error) {
      this.#report("authenticate() failed, so the connection was refused:", error);
      return "refused";
    }
  }

  /** Resolves with a promise's value, or with {@link LATE} if there is none in time. */
  async #inTime(result: unknown): Promise<unknown> {
    let cancel = (): void => {};
    const late = new Promise<typeof LATE>((resolve) => {
      const wait = (parts: number): void => {
        if (parts === 0) return resolve(LATE);
        cancel = this.#clock.after(this.#options.limits.authenticateTime / TIMEOUT_PARTS, () => wait(parts - 1), true);
      };
      wait(TIMEOUT_PARTS);
    });
    try {
      return await Promise.race([result, late]);
    } finally {
      cancel();
    }
  }

  /** Logs an error. What `authenticate` threw may be a value that no log can show. */
  #report(what: string, ...error: readonly unknown[]): void {
    try {
      this.#options.log.error(`[runlet] ${what}`, ...error);
    } catch {
      this.#options.log.error(`[runlet] ${what} an error that cannot be shown`);
    }
  }

  /**
   * Counts a connection until it is closed, and checks its user again at intervals, so that a logout also ends open
   * connections. Returns `false` if the user has too many connections.
   */
  admit(socket: WebSocket, identity: Identity, request: IncomingMessage, clientAddress: ClientAddress): boolean {
    const { limits, authenticate } = this.#options;
    if (authenticate === undefined) return true;
    const { userKey } = identity;
    if (userKey !== undefined && !this.#count(socket, userKey, limits.connectionsPerUser)) return false;
    let isOpen = true;
    let lateChecks = 0;
    let cancel = (): void => {};
    const recheck = async (): Promise<void> => {
      const now = await this.check(request, clientAddress);
      if (!isOpen) return;
      // One timeout changes nothing: if the database of users is slow for a while, no user is logged out.
      lateChecks = now === "late" ? lateChecks + 1 : 0;
      if (lateChecks >= MAX_LATE_CHECKS) return socket.close(CloseCode.error, "identity unknown");
      const isSame = now === "late" || (now !== "refused" && now.userKey === userKey);
      if (!isSame) return socket.close(CloseCode.unauthorized, "no longer allowed");
      scheduleRecheck();
    };
    const scheduleRecheck = (): void => {
      cancel = this.#clock.after(limits.identityInterval, () => void recheck(), true);
    };
    socket.on("close", () => {
      isOpen = false;
      cancel();
    });
    scheduleRecheck();
    return true;
  }

  #count(socket: WebSocket, userKey: string, max: number): boolean {
    const count = this.#connections.get(userKey) ?? 0;
    if (count >= max) return false;
    this.#connections.set(userKey, count + 1);
    socket.on("close", () => {
      const remaining = (this.#connections.get(userKey) ?? 1) - 1;
      if (remaining > 0) this.#connections.set(userKey, remaining);
      else this.#connections.delete(userKey);
    });
    return true;
  }
}

/** Result in place of a user who was not known in time. */
const LATE: unique symbol = Symbol("late");

/**
 * Returns the opaque name of a user for clients. The name is the same after a restart. Who knows a user can recognize
 * the name, so it is no secret.
 */
export function ownerName(userKey: string): string {
  return createHash("sha256").update(userKey).digest("base64url");
}

/** Converts a Node.js request to a web-standard `Request` with the same URL and headers. */
function toRequest({ headers, url = "/" }: IncomingMessage, { scheme, host }: ClientAddress): Request {
  const base = URL.canParse(`${scheme}//${host}`) ? `${scheme}//${host}` : "http://localhost";
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return new Request(new URL(url, base), { headers: pairs });
}
