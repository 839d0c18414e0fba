import { sessionOf } from "../../src/controls/page/page-session.ts";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { type BudgetedSession, MemoryBudget, type Owner } from "../../src/core/session/memory-budget.ts";
import { VirtualClock } from "../../src/testing/virtual-clock.ts";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { LimitRow } from "./limit-row.ts";
import { sessionFixture } from "./session-fixture.ts";

const unlimited = { sessionBytes: 1e12, userBytes: 1e12, addressBytes: 1e12, totalBytes: 1e12 };

/** Returns whether all sessions of these owners live on after they have grown to `bytes` together. */
function grow(limits: object, owners: readonly Owner[], bytes: number): boolean {
  let ended = 0;
  const budget = new MemoryBudget({
    limits: { ...unlimited, ...limits },
    disconnected: { endOne: () => false },
    end: () => void ended++,
  });
  for (const [at, owner] of owners.entries()) {
    const session = { id: `${at}`, user: undefined, bytes: 0, close() {} } satisfies BudgetedSession;
    budget.add(session, owner);
    session.bytes = at === 0 ? bytes - (owners.length - 1) * 1000 : 1000;
    budget.resized(session);
  }
  return ended === 0;
}

export const ofMemory: readonly LimitRow[] = [
  {
    name: "sessionBytes",
    max: defaultLimits.sessionBytes,
    allows: (bytes) => grow({ sessionBytes: defaultLimits.sessionBytes }, [{}], bytes),
  },
  {
    name: "userBytes",
    max: defaultLimits.userBytes,
    allows: (bytes) =>
      grow({ userBytes: defaultLimits.userBytes }, [{ userKey: "ann" }, { userKey: "ann", address: "::1" }], bytes),
  },
  {
    name: "addressBytes",
    max: defaultLimits.addressBytes,
    allows: (bytes) =>
      grow(
        { addressBytes: defaultLimits.addressBytes },
        [{ address: "::1" }, { userKey: "ann", address: "::1" }],
        bytes,
      ),
  },
  {
    name: "totalBytes",
    max: defaultLimits.totalBytes,
    // Without an owner, no client has too large a share.
    allows: (bytes) => grow({ totalBytes: defaultLimits.totalBytes }, [{}, {}], bytes),
  },
  {
    name: "refusedBytes",
    max: defaultLimits.refusedBytes,
    allows(bytes) {
      const { client, text, isConnected } = sessionFixture();
      // A refused value counts as 256 bytes, and as two for each of its characters.
      const values = 16;
      const characters = Math.ceil((bytes / values - 256) / 2 - 1 / values);
      for (let at = 0; at < values; at++) {
        const rest = at === 0 ? Math.ceil(bytes / 2) - values * (128 + characters) : 0;
        client.commands({ id: text.id, write: { [`p${at}`]: "x".repeat(characters + rest) } });
      }
      return isConnected();
    },
  },
  {
    name: "refusedPerMinute",
    max: defaultLimits.refusedPerMinute,
    allows(count) {
      const { client, text, page, isConnected } = sessionFixture({ commandBurst: 1e6, messagesPerSecond: 1e6 });
      for (let at = 0; at < count; at++) {
        client.commands({ id: text.id, write: { value: "x" } });
        sessionOf(page).flush();
      }
      return isConnected();
    },
  },
  {
    name: "sessionsPerMinute",
    max: defaultLimits.sessionsPerMinute,
    allows(count) {
      const host = quietHost(() => {}, { clock: new VirtualClock(0) });
      const clients = Array.from({ length: count }, () => connectInProcess(host, {}, { address: "192.0.2.1" }));
      return clients.every((client) => client.end() === undefined);
    },
  },
];
