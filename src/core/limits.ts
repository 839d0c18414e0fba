/** How much one client, or all of them, may ask for. */
export interface Limits {
  /** Milliseconds from connecting to hello. Default 10,000. */
  readonly helloTime: number;
  /** Messages a second of one connection, and as many at once; more end it. Default 300. */
  readonly messagesPerSecond: number;
  /** Events and writes a second of one session. More wait, and are sent again. Default 100. */
  readonly commandsPerSecond: number;
  /** How many of them at once. Default 200. */
  readonly commandBurst: number;
  /** Async handlers of one session that have not settled. Default 64. */
  readonly handlers: number;
  /** Mounted controls of one session; more end it. Default 50,000. */
  readonly controls: number;
  /** Updates that the client has not acknowledged, before changes are held and merged. Default 100. */
  readonly unackedUpdates: number;
  /** Bytes of them. Default 1 MiB. */
  readonly unackedBytes: number;
  /** How often a minute one connection may ask for all documents again. Default 6. */
  readonly snapshotsPerMinute: number;
  /** How often a second one session may be resumed, after fifty at once. Default 5. */
  readonly resumesPerSecond: number;
  /** Wrong secrets a minute from one address. Default 20. */
  readonly failedResumesPerMinute: number;
  /** Sessions kept while nobody is connected; the oldest go first, those of known users last. Default 1,000. */
  readonly keptSessions: number;
  /** Bytes of them, as estimated. Default 256 MiB. */
  readonly keptBytes: number;
  /** Connections of one user at a time. Default 20. */
  readonly connectionsPerUser: number;
  /** Connections from one address at a time. Default 100. */
  readonly connectionsPerAddress: number;
  /** New connections a second from one address, after two hundred at once. Default 20. */
  readonly connectsPerSecond: number;
  /** Bytes of one message from a client. Default 256 KiB. */
  readonly messageBytes: number;
  /** Milliseconds between two pings to a client. One that answers neither of two is gone. Default 15,000. */
  readonly pingInterval: number;
  /** Milliseconds for which a client may take nothing of what waits for it. Default 30,000. */
  readonly stallTime: number;
  /** Milliseconds between two checks of who a connected client is. Default 30 minutes. */
  readonly identityInterval: number;
}

const MIB = 1024 * 1024;

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
