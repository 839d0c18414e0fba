import { toData } from "../../src/core/bounds.ts";
import { defaultLimits } from "../../src/core/limits.ts";
import { enter, hostInside } from "./inside.ts";
import type { LimitRow } from "./limit-row.ts";
import { type Screen, show } from "./screen.ts";
import { World } from "./world.ts";

/** Whether data is taken. */
function takes(data: unknown): boolean {
  try {
    toData(data);
    return true;
  } catch {
    return false;
  }
}

/** Whether a connection outlives what is done with it. */
function outlives(hello: object, ...messages: ((screen: Screen) => unknown)[]): boolean {
  let screen: Screen | undefined;
  const guest = enter(
    hostInside((page) => void (screen = show(page))),
    hello,
  );
  for (const message of messages) guest.send(message(screen as Screen));
  return guest.end() === undefined;
}

async function survives(act: (world: World) => Promise<boolean>): Promise<boolean> {
  const world = await World.start();
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}

const PING = '{"type":"ping","seq":1}';

export const ofMessages: readonly LimitRow[] = [
  {
    name: "(levels)",
    most: 32,
    allows: (count) => takes(JSON.parse(`${"[".repeat(count - 1)}1${"]".repeat(count - 1)}`)),
  },
  { name: "(values)", most: 20_000, allows: (count) => takes(Array.from({ length: count - 1 }, () => 1)) },
  {
    name: "(keys)",
    most: 1000,
    allows: (count) => takes(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]))),
  },
  { name: "(characters)", most: 65_536, allows: (count) => takes("x".repeat(count)) },
  { name: "(characters of a name)", most: 128, allows: (count) => outlives({ instance: "x".repeat(count) }) },
  {
    name: "(commands of a message)",
    most: 50,
    allows: (count) =>
      outlives({}, ({ button }) => ({
        type: "commands",
        seq: 1,
        commands: Array.from({ length: count }, (_, at) => ({ cmd: at + 1, id: button.id, event: "click" })),
      })),
  },
  {
    name: "(refused values before an answer)",
    most: 1000,
    allows: (count) =>
      outlives({}, ({ field }) => {
        const write = (from: number, to: number) =>
          Object.fromEntries(Array.from({ length: to - from }, (_, at) => [`k${from + at}`, 1]));
        const commands = [write(0, 900), write(900, count)].map((each, at) => ({
          cmd: at + 1,
          id: field.id,
          write: each,
        }));
        return { type: "commands", seq: 1, commands };
      }),
  },
  {
    name: "messageBytes",
    most: defaultLimits.messageBytes,
    allows: (count) =>
      survives(async (world) => {
        const { client } = await world.join();
        const parts = Array.from({ length: 5 }, () => "x".repeat(50_000));
        const text = JSON.stringify({ type: "ping", seq: 1, parts });
        void client.sendText(text.replace('"xx', `"${"x".repeat(count - text.length)}xx`));
        return client.nextMessage("pong").then(
          () => true,
          () => false,
        );
      }),
  },
  {
    name: "(pieces of a message)",
    most: 256,
    allows: (count) =>
      survives(async (world) => {
        const { client } = await world.join();
        for (let at = 1; at < count; at++)
          void client.sendFrame({ opcode: at === 1 ? 1 : 0, fin: false, payload: " " });
        void client.sendFrame({ opcode: 0, payload: PING });
        return client.nextMessage("pong").then(
          () => true,
          () => false,
        );
      }),
  },
  {
    name: "(headers of a handshake)",
    most: 200,
    allows: (count) =>
      survives(async (world) => {
        // Six are there anyway.
        const more = Array.from({ length: count - 6 }, (_, at) => [`X-${at}`, "1"]);
        return (await world.connect({ headers: Object.fromEntries(more) })).status === 101;
      }),
  },
];
