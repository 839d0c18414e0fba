import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "runlet/server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { loadControls } from "../../scripts/controls.ts";
import { Prop, type Spec } from "../../src/core/spec.ts";
import { encodeAs } from "../../src/core/types.ts";
import type { Operation } from "../../src/protocol/patch.ts";
import { valuesOf } from "../support/values.ts";
import { type Opened, openTab } from "./open.ts";

const controls = await loadControls();
let http: Server;
let socket: WebSocket;
let opened: Opened;
let seq = 0;

/** The real client, fed by hand: each test says what the documents are. */
beforeAll(async () => {
  const app = createApp(() => {}, { log: { info() {}, warn() {}, error() {} } });
  http = createServer(app.listener).listen(0, "127.0.0.1");
  const connected = new Promise<WebSocket>((resolve) =>
    new WebSocketServer({ server: http }).on("connection", resolve),
  );
  await new Promise((resolve) => http.once("listening", resolve));
  opened = await openTab(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  socket = await connected;
  socket.send(JSON.stringify({ type: "welcome", protocol: 1, session: "test" }));
});

beforeEach(() => void opened.problems.splice(0));

afterAll(() => {
  socket.terminate();
  http.close();
});

/** Sends updates and waits until the last is shown: the page's title says which one it was. */
async function update(...updates: readonly (readonly Operation[])[]): Promise<void> {
  for (const ops of updates) {
    seq++;
    const mark: Operation = { op: "add", path: "/1/title", value: `update ${seq}` };
    socket.send(JSON.stringify({ type: "update", seq, ack: 0, ops: [...ops, mark] }));
  }
  await opened.tab.waitForFunction((title) => document.title === title, `update ${seq}`);
}

async function show(document: object): Promise<string> {
  const isPage = (document as { $type: string }).$type === "Page";
  const documents = isPage ? { 1: document } : { 1: { $type: "Page", $slots: { controls: [2] } }, 2: document };
  await update([{ op: "replace", path: "", value: documents as never }]);
  return html();
}

/** The control's elements as text. What only counts instances, or says the title, is left out. */
async function html(): Promise<string> {
  // The outline of an icon comes by itself.
  await opened.tab.waitForFunction(() =>
    [...document.querySelectorAll(".r-icon")].every((icon) => icon.childElementCount > 0),
  );
  const text = await opened.tab.evaluate(() => {
    const shown = document.querySelector('[data-id="2"]') ?? document.querySelector('[data-id="1"]');
    return shown?.outerHTML ?? "";
  });
  // The drawing of an icon comes when it comes.
  const still = text.replaceAll(/(<svg class="r-icon"[^>]*?)( viewBox="[^"]*")?>.*?<\/svg>/g, "$1></svg>");
  return still.replace(/update \d+/g, "").replaceAll(/ (style|class)=""/g, "");
}

function values(spec: Spec): [name: string, prop: Prop<unknown>][] {
  return Object.entries(spec.entries).filter((entry): entry is [string, Prop<unknown>] => entry[1] instanceof Prop);
}

test.each(controls)("$type looks the same with its defaults implied and spelled out", async ({ class: { spec } }) => {
  const implied = await show({ $type: spec.type });
  const spelled: { [name: string]: unknown } = { $type: spec.type };
  for (const [name, prop] of values(spec))
    spelled[name] = prop.default === null ? null : encodeAs(prop.type, prop.default);
  delete spelled.title;
  expect(await show(spelled)).toBe(implied);
  expect(implied).not.toContain("No renderer");
});

test.each(controls)(
  "$type is as before when each property went to other values and back",
  async ({ class: { spec } }) => {
    const before = await show({ $type: spec.type });
    const id = spec.type === "Page" ? 1 : 2;
    for (const [name, prop] of values(spec)) {
      if (name === "title") continue;
      const path = `/${id}/${name}`;
      const samples = valuesOf(prop);
      const changes = samples.map((sample): Operation[] => [
        { op: "add", path, value: encodeAs(prop.type, sample) as never },
      ]);
      await update(...changes, [{ op: "remove", path }]);
      expect(await html(), `${name} = ${JSON.stringify(samples)}`).toBe(before);
    }
    // Where a value names an image or a font, there is none.
    expect(opened.problems.filter((problem) => !problem.startsWith("failed: "))).toEqual([]);
  },
);
