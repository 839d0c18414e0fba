import { type AttackedPage, show } from "./attacked-page.ts";
import { connectInProcess, type InProcessClient, quietHost } from "./in-process-client.ts";

/** Messages, as text, of a client that has sent `hello`. */
const ATTACKS: readonly string[] = [
  '{"type":"ack","seq":0}',
  '{"type":"ack","seq":99}',
  '{"type":"ping","seq":1}',
  '{"type":"resend","seq":0}',
  '{"type":"hello","protocol":2}',
  '{"type":"__proto__","seq":1}',
  '{"__proto__":{"type":"ping"},"seq":1}',
  '{"type":"ping","seq":1,"__proto__":null}',
  '{"type":"ping","seq":1,"constructor":{"prototype":{"isAdmin":true}}}',
  '{"type":"ping","seq":1,"toString":1,"then":2,"hasOwnProperty":3}',
  `${"[".repeat(40)}${"]".repeat(40)}`,
  "[]",
  "null",
  '"text"',
];

/** Keys that JavaScript reads when a value is awaited, stringified or allocated. In data they have no meaning. */
const ODD_DATA = '{"then":1,"toJSON":2,"length":4294967295}';

/** Commands of the same client. */
const COMMANDS: readonly ((screen: AttackedPage) => object)[] = [
  ({ button }) => ({ id: button.id, event: "click" }),
  ({ button }) => ({ id: button.id, event: "click", data: { control: 1 } }),
  ({ button }) => ({ id: button.id, event: "__proto__" }),
  ({ button }) => ({ id: button.id, event: "constructor" }),
  ({ button }) => ({ id: button.id, event: "toString" }),
  ({ locked }) => ({ id: locked.id, event: "change", data: true }),
  ({ inUnseen }) => ({ id: inUnseen.id, event: "click" }),
  () => ({ id: 99, event: "click" }),
  () => ({ id: "2", event: "click" }),
  () => ({ id: {}, event: "click" }),
  ({ field }) => ({ id: field.id, write: { value: "theirs" } }),
  ({ field }) => ({ id: field.id, write: { value: "x".repeat(11) } }),
  ({ field }) => ({ id: field.id, write: { value: {} } }),
  ({ field }) => ({ id: field.id, write: { toString: 1 } }),
  ({ field }) => ({ id: field.id, write: { hasOwnProperty: 1, valueOf: 2 } }),
  ({ field }) => ({ id: field.id, write: { selection: { baseOffset: 1, extentOffset: 2 } } }),
  ({ field }) => ({ id: field.id, write: { $type: "Text", $slots: {} } }),
  ({ text }) => ({ id: text.id, write: { value: "theirs" } }),
  ({ box }) => ({ id: box.id, write: { value: true } }),
  ({ box }) => ({ id: box.id, write: { value: null } }),
  ({ locked }) => ({ id: locked.id, write: { value: true } }),
  ({ probe }) => ({ id: probe.id, write: { any: JSON.parse(ODD_DATA) } }),
  ({ probe }) => ({ id: probe.id, write: { any: [[{ a: { b: [] } }]] } }),
  ({ probe }) => ({ id: probe.id, event: "any", data: { valueOf: 1, "4294967294": [1, { deep: true }] } }),
  ({ page }) => ({ id: page.id, write: { title: "theirs", controls: [] } }),
];

/** Sends each attack to a session, and returns the outcomes as lines. */
export async function drive(): Promise<string[]> {
  const lines: string[] = [];
  let screen: AttackedPage | undefined;
  const host = quietHost((page) => void (screen = show(page)), {
    onRefused: ({ code }) => void lines.push(`  refused: ${code}`),
  });
  const look = (what: string, { received, end }: InProcessClient): void => {
    const { text, field, box, probe, received: handlers, data } = screen as AttackedPage;
    const state = [text.value, field.value, field.selection, box.value, probe.any, handlers, data];
    lines.push(`${what}: ${end()?.code ?? "open"} ${JSON.stringify(state)}`);
    // A welcome is left out, because its ids and secrets differ each time.
    lines.push(
      ...received
        .splice(0)
        .filter(({ type }) => type !== "welcome")
        .map((message) => JSON.stringify(message)),
    );
  };
  /** Waits until all is sent. A late timer would come before the end of the turn, in which updates are sent. */
  const turn = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (let count = 0; count < 3; count++) await new Promise((resolve) => setImmediate(resolve));
  };
  for (const text of ATTACKS) {
    const client = connectInProcess(host);
    await turn();
    client.send(JSON.parse(text));
    await turn();
    look(text, client);
    await client.cut();
  }
  for (const command of COMMANDS) {
    const client = connectInProcess(host);
    const { session, secret } = client.welcome;
    await turn();
    client.commands(command(screen as AttackedPage));
    await turn();
    look(JSON.stringify(command(screen as AttackedPage)), client);
    // A resume must not lose accepted commands.
    await client.cut();
    const back = connectInProcess(host, { resume: { session, secret, seq: 0, cmd: 0 } });
    await turn();
    look(`back: ${back.welcome.resumed} ${back.welcome.cmd}`, back);
    await back.cut();
  }
  await host.close();
  return lines;
}
