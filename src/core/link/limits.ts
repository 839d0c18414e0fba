import { DEFAULT_MESSAGE_BYTES } from "../../protocol/messages.ts";

/**
 * Limits on what one client, or all clients together, may use. A client that exceeds them is slowed down or refused.
 */
export interface Limits {
  /**
   * Milliseconds from connecting to the client's `hello` message. A connection that takes longer is closed. Default
   * 10,000.
   */
  readonly helloTime: number;
  /**
   * Messages per second of one connection, and the size of a burst. A large message counts as several: as one for each 250
   * values, and for each 16,384 characters. More close the connection. Messages that piled up while the process was blocked
   * do not count as too many. Default 300.
   */
  readonly messagesPerSecond: number;
  /**
   * Events and writes per second of one session. The server ignores more, and the client sends them again. Default 100.
   */
  readonly commandsPerSecond: number;
  /** Size of a burst of events and writes of one session. Default 200. */
  readonly commandBurst: number;
  /** Pending async event handlers of one session. More events are refused. Default 64. */
  readonly handlers: number;
  /** Mounted controls of one session. More end the session. Default 50,000. */
  readonly controls: number;
  /**
   * Commands of one session per minute that are refused, such as writes of properties that only the app may set. More
   * close the connection. Default 300.
   */
  readonly refusedPerMinute: number;
  /** Bytes of refused values before the client has got the right ones. More close the connection. Default 1 MiB. */
  readonly refusedBytes: number;
  /**
   * Approximate bytes in memory of one session: its documents with all texts (two bytes a character), and the updates
   * and calls that its client has not answered. More end the session. Default: a quarter of `totalBytes`.
   */
  readonly sessionBytes: number;
  /**
   * Approximate bytes of all sessions of one user. More end the user's oldest session without a connection, then the
   * largest one. Default: half of `totalBytes`.
   */
  readonly userBytes: number;
  /**
   * Approximate bytes of all sessions from one address. More end the oldest of them without a connection, then the
   * largest one. Default: half of `totalBytes`.
   */
  readonly addressBytes: number;
  /**
   * Approximate bytes of all sessions. When they are nearly used up, a growing client that has more than a quarter loses
   * sessions, then the oldest sessions without a connection end, then no new session starts, then the largest session of
   * the client with the most bytes ends. Default: half of the heap that is free when the app starts; 1 GiB where the
   * heap's limit is unknown.
   */
  readonly totalBytes: number;
  /** Updates that the client has not acknowledged before changes are held back and merged. Default 100. */
  readonly unackedUpdates: number;
  /** Bytes of updates that the client has not acknowledged before changes are held back and merged. Default 1 MiB. */
  readonly unackedBytes: number;
  /**
   * Times per minute that one session's client may get all documents again. More have to wait, or close the connection.
   * A reload of a page of less than 512 KiB counts as a part of one time. Default 6.
   */
  readonly snapshotsPerMinute: number;
  /**
   * Times per second that one session may be resumed, or its client may ask for updates again, after a burst of 50.
   * Default 5.
   */
  readonly resumesPerSecond: number;
  /** New sessions per minute from one address, and the size of a burst. More have to wait. Default 300. */
  readonly sessionsPerMinute: number;
  /** Wrong secrets per minute from one address. More close the connection. Default 20. */
  readonly failedResumesPerMinute: number;
  /**
   * Sessions kept without a connection. More end the oldest of the client that has the most: of its user, or else of its
   * address. Default 1,000.
   */
  readonly keptSessions: number;
  /**
   * Approximate bytes of all sessions kept without a connection. More end the oldest of the client that has the most.
   * Default: half of `totalBytes`, at most 256 MiB.
   */
  readonly keptBytes: number;
  /** Simultaneous connections of one user. Default 20. */
  readonly connectionsPerUser: number;
  /** Simultaneous connections of all clients. Default 20,000. */
  readonly connections: number;
  /** Simultaneous connections from one address, or from one IPv6 network of 64 bits. Default 100. */
  readonly connectionsPerAddress: number;
  /** New connections per second from one address, after a burst of ten times as many. Default 20. */
  readonly connectsPerSecond: number;
  /** Bytes of one message from a client. Default 256 KiB. */
  readonly messageBytes: number;
  /**
   * Milliseconds between two pings to a client. A client that answers neither of two is disconnected, unless it sends
   * 2 KiB per second: its answers wait behind its message. Default 15,000.
   */
  readonly pingInterval: number;
  /**
   * Milliseconds in which a client must take some of the data that waits for it, 2 KiB per second at least. A client
   * that takes less is disconnected. Default 30,000.
   */
  readonly stallTime: number;
  /**
   * Milliseconds that `authenticate` may take. A client whose identity is unknown by then has to try again. Default
   * 10,000.
   */
  readonly authenticateTime: number;
  /** Milliseconds between two checks of a connected client's identity. Default 30 minutes. */
  readonly identityInterval: number;
}

const MIB = 1024 * 1024;

/**
 * Returns all limits: the given ones, and the defaults of the others. `totalBytes` is the default number of bytes of all
 * sessions, from which the other defaults for memory follow.
 */
export function resolveLimits(limits: Partial<Limits> = {}, totalBytes: number = defaultLimits.totalBytes): Limits {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return { ...defaultLimits, ...memoryLimits(limits.totalBytes ?? totalBytes), ...Object.fromEntries(given) };
}

/** Returns the default limits of memory for an app whose sessions may use this number of bytes. */
export function memoryLimits(totalBytes: number): MemoryLimits {
  return {
    totalBytes,
    addressBytes: totalBytes / 2,
    userBytes: totalBytes / 2,
    sessionBytes: totalBytes / 4,
    keptBytes: Math.min(totalBytes / 2, 256 * MIB),
  };
}

/** Limits whose defaults follow from the memory of the process. */
export type MemoryLimits = Pick<Limits, "addressBytes" | "keptBytes" | "sessionBytes" | "totalBytes" | "userBytes">;

/** Defaults of all limits, for a process whose memory is unknown. */
export const defaultLimits: Limits = {
  ...memoryLimits(1024 * MIB),
  helloTime: 10_000,
  messagesPerSecond: 300,
  commandsPerSecond: 100,
  commandBurst: 200,
  handlers: 64,
  controls: 50_000,
  refusedPerMinute: 300,
  refusedBytes: MIB,
  unackedUpdates: 100,
  unackedBytes: MIB,
  snapshotsPerMinute: 6,
  resumesPerSecond: 5,
  sessionsPerMinute: 300,
  failedResumesPerMinute: 20,
  keptSessions: 1000,
  connectionsPerUser: 20,
  connections: 20_000,
  connectionsPerAddress: 100,
  connectsPerSecond: 20,
  messageBytes: DEFAULT_MESSAGE_BYTES,
  pingInterval: 15_000,
  stallTime: 30_000,
  authenticateTime: 10_000,
  identityInterval: 30 * 60_000,
};
