/**
 * Limits on what one client, or all clients together, may use. A client that exceeds them is slowed down or refused.
 */
export interface Limits {
  /**
   * Milliseconds from connecting to the client's `hello` message. A connection that takes longer is closed. Default
   * 10,000.
   */
  readonly helloTime: number;
  /** Messages per second of one connection, and the size of a burst. More close the connection. Default 300. */
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
  /** Updates that the client has not acknowledged before changes are held back and merged. Default 100. */
  readonly unackedUpdates: number;
  /** Bytes of updates that the client has not acknowledged before changes are held back and merged. Default 1 MiB. */
  readonly unackedBytes: number;
  /**
   * Times per minute that one session's client may ask for all documents again. More close the connection. Default 6.
   */
  readonly snapshotsPerMinute: number;
  /** Times per second that one session may be resumed, after a burst of 50. Default 5. */
  readonly resumesPerSecond: number;
  /** Wrong secrets per minute from one address. More close the connection. Default 20. */
  readonly failedResumesPerMinute: number;
  /** Sessions kept without a connection. The oldest end first, and those of known users last. Default 1,000. */
  readonly keptSessions: number;
  /** Estimated bytes of all sessions kept without a connection. Default 256 MiB. */
  readonly keptBytes: number;
  /** Simultaneous connections of one user. Default 20. */
  readonly connectionsPerUser: number;
  /** Simultaneous connections from one address. Default 100. */
  readonly connectionsPerAddress: number;
  /** New connections per second from one address, after a burst of ten times as many. Default 20. */
  readonly connectsPerSecond: number;
  /** Bytes of one message from a client. Default 256 KiB. */
  readonly messageBytes: number;
  /**
   * Milliseconds between two pings to a client. A client that answers neither of two is disconnected. Default 15,000.
   */
  readonly pingInterval: number;
  /** Milliseconds that a client may read nothing while data waits for it. Default 30,000. */
  readonly stallTime: number;
  /** Milliseconds between two checks of a connected client's identity. Default 30 minutes. */
  readonly identityInterval: number;
}

const MIB = 1024 * 1024;

/** Defaults of all limits. */
export const defaultLimits: Limits = {
  helloTime: 10_000,
  messagesPerSecond: 300,
  commandsPerSecond: 100,
  commandBurst: 200,
  handlers: 64,
  controls: 50_000,
  unackedUpdates: 100,
  unackedBytes: MIB,
  snapshotsPerMinute: 6,
  resumesPerSecond: 5,
  failedResumesPerMinute: 20,
  keptSessions: 1000,
  keptBytes: 256 * MIB,
  connectionsPerUser: 20,
  connectionsPerAddress: 100,
  connectsPerSecond: 20,
  messageBytes: MIB / 4,
  pingInterval: 15_000,
  stallTime: 30_000,
  identityInterval: 30 * 60_000,
};
