import { sanitizeMessage } from "../../src/core/link/client-messages.ts";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { type AttackedPage, show } from "./attacked-page.ts";
import { AttackedServer } from "./attacked-server.ts";
import { connectInProcess, quietHost } from "./in-process-client.ts";
import type { LimitRow } from "./limit-row.ts";

/** Returns whether data is accepted. */
function isAccepted(data: unknown): boolean {
  try {
    sanitizeMessage(data);
    return true;
  } catch {
    return false;
  }
}

/** Returns whether a connection is still open after these messages. */
function outlives(hello: object, ...messages: ((screen: AttackedPage) => unknown)[]): boolean {
  let screen: AttackedPage | undefined;
  const client = connectInProcess(
    quietHost((page) => void (screen = show(page))),
    hello,
  );
  for (const message of messages) client.send(message(screen as AttackedPage));
  return client.end() === undefined;
}

async function survives(act: (attacked: AttackedServer) => Promise<boolean>): Promise<boolean> {
  const attacked = await AttackedServer.start();
  try {
    return await act(attacked);
  } finally {
    await attacked.close();
  }
}

const PING = '{"type":"ping","seq":1}';

export const ofMessages: readonly LimitRow[] = [
  {
    name: "(levels)",
    max: 32,
    allows: (count) => isAccepted(JSON.parse(`${"[".repeat(count - 1)}1${"]".repeat(count - 1)}`)),
  },
  { name: "(values)", max: 20_000, allows: (count) => isAccepted(Array.from({ length: count - 1 }, () => 1)) },
  {
    name: "(keys)",
    max: 1000,
    allows: (count) => isAccepted(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]))),
  },
  { name: "(characters)", max: 65_536, allows: (count) => isAccepted("x".repeat(count)) },
  { name: "(characters of a name)", max: 128, allows: (count) => outlives({ instance: "x".repeat(count) }) },
  {
    name: "(commands of a message)",
    max: 50,
    allows: (count) =>
      outlives({}, ({ button }) => ({
        type: "commands",
        seq: 1,
        commands: Array.from({ length: count }, (_, at) => ({ cmd: at + 1, id: button.id, event: "click" })),
      })),
  },
  {
    name: "(refused values without an answer)",
    max: 1000,
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
    max: defaultLimits.messageBytes,
    allows: (count) =>
      survives(async (attacked) => {
        const { client } = await attacked.join();
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
    name: "(fragments of a message)",
    max: 256,
    allows: (count) =>
      survives(async (attacked) => {
        const { client } = await attacked.join();
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
    max: 200,
    allows: (count) =>
      survives(async (attacked) => {
        // The handshake itself has six headers.
        const more = Array.from({ length: count - 6 }, (_, at) => [`X-${at}`, "1"]);
        return (await attacked.connect({ headers: Object.fromEntries(more) })).status === 101;
      }),
  },
];
