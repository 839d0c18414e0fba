import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { vi } from "vitest";
import type { WebSocket } from "ws";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { type DisconnectedSession, DisconnectedSessions } from "../../src/core/session/disconnected-sessions.ts";
import { Authentication } from "../../src/server/authentication.ts";
import { type ClientAddress, ConnectionPolicy } from "../../src/server/connection-policy.ts";
import { resolveOptions } from "../../src/server/options.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { readTurns } from "../support/turns.ts";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { LimitRow } from "./limit-row.ts";

const CLIENT: ClientAddress = { address: "10.0.0.1", host: "app.example", scheme: "https:" };
const options = resolveOptions({ authenticate: () => "ann" }, {});

/** Disconnects sessions of given sizes, and returns how many of them are kept. */
function keep(limits: Partial<typeof defaultLimits>, count: number, bytes: (at: number) => number): number {
  let ended = 0;
  const kept = new DisconnectedSessions(new VirtualClock(0), 1000, { ...defaultLimits, ...limits });
  for (let at = 0; at < count; at++) {
    const session: DisconnectedSession = {
      user: undefined,
      bytes: bytes(at),
      close() {
        kept.delete(session);
        ended++;
      },
    };
    kept.add(session);
  }
  return count - ended;
}

/** Returns whether the user of an open connection has not been checked again after this time. */
function isUnchecked(ms: number): boolean {
  vi.useFakeTimers();
  try {
    const identities = new Authentication(options);
    const asked = vi.spyOn(identities, "check").mockReturnValue(new Promise(() => {}));
    identities.admit(
      new EventEmitter() as unknown as WebSocket,
      { userKey: '"ann"' },
      { headers: {} } as IncomingMessage,
      CLIENT,
    );
    vi.advanceTimersByTime(ms);
    return asked.mock.calls.length === 0;
  } finally {
    vi.useRealTimers();
  }
}

export const ofConnections: readonly LimitRow[] = [
  {
    name: "connections",
    max: defaultLimits.connections,
    allows(count) {
      const policy = new ConnectionPolicy({ ...options, limits: { ...options.limits, connectsPerSecond: 1e6 } });
      const admit = (at: number) => policy.admit({ ...CLIENT, address: `192.0.2.${at % 250}.${Math.floor(at / 90)}` });
      return Array.from({ length: count }, (_, at) => admit(at)).every((leave) => typeof leave === "function");
    },
  },
  {
    name: "connectionsPerAddress",
    max: defaultLimits.connectionsPerAddress,
    allows(count) {
      const policy = new ConnectionPolicy(options);
      return Array.from({ length: count }, () => policy.admit(CLIENT)).every((leave) => typeof leave === "function");
    },
  },
  {
    name: "connectsPerSecond",
    // Ten times as many are allowed at once. The tests of the rate limiter check its refill.
    max: defaultLimits.connectsPerSecond * 10,
    allows(count) {
      const policy = new ConnectionPolicy(options);
      const now = vi.spyOn(Date, "now").mockReturnValue(1e12);
      const enterAndLeave = (): boolean => {
        const leave = policy.admit(CLIENT);
        if (typeof leave === "function") leave();
        return typeof leave === "function";
      };
      const all = Array.from({ length: count }, enterAndLeave).every(Boolean);
      now.mockRestore();
      return all;
    },
  },
  {
    name: "connectionsPerUser",
    max: defaultLimits.connectionsPerUser,
    allows(count) {
      const identities = new Authentication(options);
      const request = { headers: {} } as IncomingMessage;
      const sockets = Array.from({ length: count }, () => new EventEmitter() as unknown as WebSocket);
      const isIn = sockets.every((socket) => identities.admit(socket, { userKey: '"ann"' }, request, CLIENT));
      for (const socket of sockets) socket.emit("close");
      return isIn;
    },
  },
  {
    name: "authenticateTime",
    max: defaultLimits.authenticateTime,
    at: false,
    async allows(count) {
      const clock = new VirtualClock(0);
      const log = { info() {}, warn() {}, error() {} };
      const never = () => new Promise(() => {});
      const identities = new Authentication(resolveOptions({ authenticate: never, log }, {}), clock);
      let isPending = true;
      void identities.check({ headers: {} } as IncomingMessage, CLIENT).then(() => {
        isPending = false;
      });
      // In one large step, the event loop would count as blocked.
      for (let at = 0; at < count; at += 500) clock.runUntil(Math.min(at + 500, count));
      await new Promise((resolve) => setImmediate(resolve));
      return isPending;
    },
  },
  { name: "identityInterval", max: defaultLimits.identityInterval, at: false, allows: isUnchecked },
  {
    name: "keptSessions",
    max: defaultLimits.keptSessions,
    allows: (count) => keep({}, count, () => 10_000) === count,
  },
  {
    name: "keptBytes",
    max: defaultLimits.keptBytes,
    allows: (count) => keep({}, 2, (at) => (at === 0 ? count - 100_000 : 100_000)) === 2,
  },
  {
    name: "helloTime",
    max: defaultLimits.helloTime,
    at: false,
    async allows(count) {
      const clock = new VirtualClock(1e12);
      const client = connectInProcess(
        quietHost(() => {}, { clock }),
        null,
      );
      clock.runUntil(1e12 + count);
      // Input that waits is read before the connection is closed.
      await readTurns();
      return client.end() === undefined;
    },
  },
];
