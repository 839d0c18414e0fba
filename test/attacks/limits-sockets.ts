import { vi } from "vitest";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { readTurns } from "../support/turns.ts";
import { FakeSocket } from "./fake-socket.ts";
import { quietHost } from "./in-process-client.ts";
import type { LimitRow } from "./limit-row.ts";

const MIB = 1024 * 1024;

/** Returns whether a socket is still open, this many milliseconds after `act`. */
async function lives(
  ms: number,
  act: (socket: FakeSocket) => void = () => {},
  isGone = ({ isTerminated }: FakeSocket) => isTerminated,
): Promise<boolean> {
  // The turns of the event loop are real: input that waits is read in them before a connection is closed.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
  try {
    const socket = new FakeSocket();
    socket.serve(quietHost(() => {}));
    socket.receive('{"type":"hello","protocol":2}');
    act(socket);
    vi.advanceTimersByTime(ms);
    await readTurns();
    return !isGone(socket) && socket.code === undefined;
  } finally {
    vi.useRealTimers();
  }
}

/** Returns whether updates continue while this many bytes are pending in the socket. */
function updatesContinue(bytes: number): Promise<boolean> {
  return lives(defaultLimits.stallTime, (socket) => {
    socket.bufferedAmount = bytes;
    socket.receive('{"type":"ping","seq":1}');
    // The client reads nothing, but it is alive.
    const answer = setInterval(() => socket.pong(), 1000);
    setTimeout(() => clearInterval(answer), 1e6);
  });
}

export const ofSockets: readonly LimitRow[] = [
  {
    name: "pingInterval",
    max: defaultLimits.pingInterval,
    at: false,
    allows: (count) => lives(count, undefined, ({ pings }) => pings.length > 0),
  },
  {
    name: "(time without an answer)",
    max: 3 * defaultLimits.pingInterval,
    at: false,
    allows: (count) => lives(count),
  },
  {
    name: "stallTime",
    max: defaultLimits.stallTime,
    at: false,
    allows: (count) =>
      lives(count, (socket) => {
        socket.bufferedAmount = 2 * MIB;
        socket.receive('{"type":"ping","seq":1}');
      }),
  },
  { name: "(pending bytes before updates pause)", max: MIB, allows: updatesContinue },
  {
    name: "(pending bytes before the connection ends)",
    max: 16 * MIB,
    allows: (count) =>
      lives(0, (socket) => {
        socket.bufferedAmount = count;
        socket.receive('{"type":"ping","seq":1}');
      }),
  },
  {
    name: "(client pings between two server pings)",
    max: (100 * defaultLimits.pingInterval) / 1000,
    allows: (count) =>
      lives(0, (socket) => {
        for (let at = 0; at < count; at++) socket.emit("ping");
      }),
  },
];
