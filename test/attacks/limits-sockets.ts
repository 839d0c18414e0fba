import { vi } from "vitest";
import { defaultLimits } from "../../src/core/limits.ts";
import { FakeSocket } from "./fake-socket.ts";
import { quietHost } from "./in-process-client.ts";
import type { LimitRow } from "./limit-row.ts";

const MIB = 1024 * 1024;

/** Whether a socket is as it was, after so many milliseconds and what else is done with it. */
function lives(
  ms: number,
  act: (socket: FakeSocket) => void = () => {},
  isGone = ({ isTerminated }: FakeSocket) => isTerminated,
): boolean {
  vi.useFakeTimers();
  try {
    const socket = new FakeSocket();
    socket.serve(quietHost(() => {}));
    socket.receive('{"type":"hello","protocol":1}');
    act(socket);
    vi.advanceTimersByTime(ms);
    return !isGone(socket) && socket.code === undefined;
  } finally {
    vi.useRealTimers();
  }
}

/** Whether updates go on while so many bytes wait in the socket. */
function goesOn(bytes: number): boolean {
  return lives(defaultLimits.stallTime, (socket) => {
    socket.bufferedAmount = bytes;
    socket.receive('{"type":"ping","seq":1}');
    // It reads nothing, and is there.
    const answer = setInterval(() => socket.emit("pong"), 1000);
    setTimeout(() => clearInterval(answer), 1e6);
  });
}

export const ofSockets: readonly LimitRow[] = [
  {
    name: "pingInterval",
    max: defaultLimits.pingInterval,
    at: false,
    allows: (count) => lives(count, undefined, ({ pings }) => pings > 0),
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
  { name: "(bytes that wait before updates pause)", max: MIB, allows: goesOn },
  {
    name: "(bytes that wait before the end)",
    max: 16 * MIB,
    allows: (count) =>
      lives(0, (socket) => {
        socket.bufferedAmount = count;
        socket.receive('{"type":"ping","seq":1}');
      }),
  },
  {
    name: "(pings between two of ours)",
    max: (100 * defaultLimits.pingInterval) / 1000,
    allows: (count) =>
      lives(0, (socket) => {
        for (let at = 0; at < count; at++) socket.emit("ping");
      }),
  },
];
