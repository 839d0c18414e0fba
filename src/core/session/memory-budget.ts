import type { Limits } from "../link/limits.ts";
import type { DisconnectedSession } from "./disconnected-sessions.ts";

/** Share of `limits.totalBytes` above which sessions end: those of large clients, and those without a connection. */
const PRESSURE = 3 / 4;
/** Share of `limits.totalBytes` above that at which a growing client pays before sessions of others end. */
const LARGE_SHARE = 1 / 4;
/** Share of `limits.totalBytes` that one client may use above that, when no session without a connection is left. */
const SHARE_UNDER_PRESSURE = 1 / 32;
/** Share of `limits.totalBytes` above which no session starts. */
const FULL = 15 / 16;
/** Bytes that must be left for a new session, so that its first page does not end another session. */
const NEW_SESSION_BYTES = 32 * 1024;

/** A session whose memory is counted. */
export interface BudgetedSession extends DisconnectedSession {
  readonly id: string;
}

/** Who a session belongs to: its sessions share a budget. */
export interface Owner {
  readonly userKey?: string | undefined;
  readonly address?: string | undefined;
}

/** All sessions of one user, or of one address. */
interface Client extends ClientKey {
  readonly entries: Set<Entry>;
  bytes: number;
}

/** Key of a client, and the limit that holds for it. */
interface ClientKey {
  readonly key: string;
  readonly limit: "userBytes" | "addressBytes";
}

interface Entry {
  readonly session: BudgetedSession;
  /** The clients that the session belongs to: its user first, then its address. */
  readonly clients: readonly Client[];
  bytes: number;
}

/** What a budget needs to end sessions. */
export interface MemoryBudgetOptions {
  readonly limits: Pick<Limits, "sessionBytes" | "userBytes" | "addressBytes" | "totalBytes">;
  /** Sessions without a connection, which end first. */
  readonly disconnected: { endOne(among: (session: DisconnectedSession) => boolean): boolean };
  /** Ends a session because of its memory, and logs the reason. */
  end(session: BudgetedSession, reason: string): void;
}

/**
 * The memory of all sessions. When it becomes scarce, the oldest sessions without a connection end first, then no new
 * session starts, and then the largest session of the client with the most memory ends. So the client that fills the
 * memory pays for it, and the process lives.
 */
export class MemoryBudget {
  readonly #options: MemoryBudgetOptions;
  readonly #entries = new Map<DisconnectedSession, Entry>();
  readonly #clients = new Map<string, Client>();
  #bytes = 0;

  constructor(options: MemoryBudgetOptions) {
    this.#options = options;
  }

  /** Approximate bytes of all sessions. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Returns whether a session of this owner may start. Ends sessions without a connection to make space. */
  hasSpaceFor(owner: Owner): boolean {
    const { limits } = this.#options;
    for (const { key, limit } of clientKeys(owner)) {
      const client = this.#clients.get(key);
      if (client !== undefined && !this.#endKept(() => client.bytes + NEW_SESSION_BYTES <= limits[limit], client))
        return false;
    }
    return this.#endKept(() => this.#bytes + NEW_SESSION_BYTES <= limits.totalBytes * FULL);
  }

  add(session: BudgetedSession, owner: Owner): void {
    const clients = clientKeys(owner).map((key) => this.#ensureClient(key));
    const entry = { session, clients, bytes: 0 };
    this.#entries.set(session, entry);
    for (const client of clients) client.entries.add(entry);
    this.#count(entry, session.bytes);
  }

  /** Returns the key of the client that a session counts for: its user, or else its address. */
  clientOf(session: BudgetedSession): string | undefined {
    return this.#entries.get(session)?.clients[0]?.key;
  }

  /** Counts the bytes of a session again, and makes space if they are too many. */
  resized(session: BudgetedSession): void {
    const entry = this.#entries.get(session);
    if (entry === undefined || entry.bytes === session.bytes) return;
    const hasGrown = session.bytes > entry.bytes;
    this.#count(entry, session.bytes);
    if (hasGrown) this.#enforce(entry);
  }

  delete(session: BudgetedSession): void {
    const entry = this.#entries.get(session);
    if (entry === undefined) return;
    this.#count(entry, 0);
    this.#entries.delete(session);
    for (const client of entry.clients) {
      client.entries.delete(entry);
      if (client.entries.size === 0) this.#clients.delete(client.key);
    }
  }

  #count(entry: Entry, bytes: number): void {
    const change = bytes - entry.bytes;
    entry.bytes = bytes;
    this.#bytes += change;
    for (const client of entry.clients) client.bytes += change;
  }

  #ensureClient(client: ClientKey): Client {
    const found = this.#clients.get(client.key) ?? { ...client, entries: new Set(), bytes: 0 };
    this.#clients.set(client.key, found);
    return found;
  }

  /** Ends sessions if one of the budgets of a session that has grown is used up. Most calls find that none is. */
  #enforce(entry: Entry): void {
    const { limits } = this.#options;
    if (entry.bytes > limits.sessionBytes) return this.#end(entry, limitReason("sessionBytes", limits));
    for (const client of entry.clients) {
      const max = limits[client.limit];
      if (client.bytes > max) this.#shrink(client, () => client.bytes <= max, limitReason(client.limit, limits));
    }
    if (!this.#isRelieved()) this.#relieve(entry);
  }

  #isRelieved(): boolean {
    return this.#bytes <= this.#options.limits.totalBytes * PRESSURE;
  }

  /** Ends sessions because all together have nearly used up the memory. */
  #relieve({ clients: [client] }: Entry): void {
    const { totalBytes } = this.#options.limits;
    const reason = `all sessions have ${mib(this.#bytes)} of limits.totalBytes, ${mib(totalBytes)}`;
    const isRelieved = () => this.#isRelieved();
    const hasAtMost = (share: number) => () => isRelieved() || (client?.bytes ?? 0) <= totalBytes * share;
    this.#shrink(client, hasAtMost(LARGE_SHARE), reason);
    if (this.#endKept(isRelieved)) return;
    this.#shrink(client, hasAtMost(SHARE_UNDER_PRESSURE), reason);
    if (this.#bytes <= totalBytes) return;
    while (!isRelieved()) {
      const largest = largestOf(this.#clients.values())?.entries ?? this.#entries.values();
      this.#end(largestOf(largest) as Entry, reason);
    }
  }

  /** Ends sessions of a client until it uses little enough: the oldest without a connection first, then the largest. */
  #shrink(client: Client | undefined, isEnough: () => boolean, reason: string): void {
    if (client === undefined || isEnough() || this.#endKept(isEnough, client)) return;
    while (!isEnough()) {
      const largest = largestOf(client.entries);
      if (largest === undefined) return;
      this.#end(largest, reason);
    }
  }

  /** Ends sessions without a connection until there is space. Returns whether there is. */
  #endKept(isEnough: () => boolean, client?: Client): boolean {
    const isOf = (session: DisconnectedSession): boolean => {
      const entry = this.#entries.get(session);
      return client === undefined || (entry !== undefined && client.entries.has(entry));
    };
    while (!isEnough()) if (!this.#options.disconnected.endOne(isOf)) return false;
    return true;
  }

  #end({ session, bytes }: Entry, reason: string): void {
    this.#options.end(session, `the session ended, because it has ${mib(bytes)}, and ${reason}`);
    // A session always removes itself when it ends. Without it, the loops above would not end.
    this.delete(session);
  }
}

/** Returns the clients that sessions of an owner count for: the user first, then the address. */
function clientKeys({ userKey, address }: Owner): ClientKey[] {
  const keys: ClientKey[] = [];
  if (userKey !== undefined) keys.push({ key: `user ${userKey}`, limit: "userBytes" });
  if (address !== undefined && address !== "") keys.push({ key: `address ${address}`, limit: "addressBytes" });
  return keys;
}

function largestOf<T extends { readonly bytes: number }>(all: Iterable<T>): T | undefined {
  let largest: T | undefined;
  for (const one of all) if (largest === undefined || one.bytes > largest.bytes) largest = one;
  return largest;
}

function limitReason(name: "sessionBytes" | ClientKey["limit"], limits: MemoryBudgetOptions["limits"]): string {
  return `limits.${name} is ${mib(limits[name])}`;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
