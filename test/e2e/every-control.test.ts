import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "runlet/server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { loadControls } from "../../scripts/controls.ts";
import type { Spec } from "../../src/controls/spec.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import { encodeAs } from "../../src/core/declaration/types.ts";
import type { NewDocuments, Update } from "../../src/protocol/messages.ts";
import type { Operation } from "../../src/protocol/patch.ts";
import { valuesOf } from "../support/values.ts";
import { type Opened, openTab } from "./open.ts";

const controls = await loadControls();
let http: Server;
let socket: WebSocket;
let opened: Opened;
let seq = 0;

/** Connects the real client to a socket of this file, so that each test can choose the documents. */
beforeAll(async () => {
  const app = createApp(() => {}, { log: { info() {}, warn() {}, error() {} } });
  http = createServer(app.listener).listen(0, "127.0.0.1");
  const connected = new Promise<WebSocket>((resolve) =>
    new WebSocketServer({ server: http }).on("connection", resolve),
  );
  await new Promise((resolve) => http.once("listening", resolve));
  opened = await openTab(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  socket = await connected;
  socket.send(JSON.stringify({ type: "welcome", protocol: 2, session: "test" }));
});

beforeEach(() => void opened.problems.splice(0));

afterAll(() => {
  socket.terminate();
  http.close();
});

/** Sends updates, and waits until the client shows the last one: its number is in the page's title. */
async function update(...updates: readonly (readonly Operation[])[]): Promise<void> {
  for (const ops of updates) send({ ops });
  send({ ops: [{ op: "add", path: "/1/title", value: `update ${seq + 1}` }] });
  await opened.tab.waitForFunction((title) => document.title === title, `update ${seq}`);
}

function send(content: Pick<Update, "docs" | "ops">): void {
  socket.send(JSON.stringify({ type: "update", seq: ++seq, ack: 0, ...content }));
}

async function show(document: object): Promise<string> {
  const isPage = (document as { $type: string }).$type === "Page";
  const docs = isPage ? [1, document] : [1, { $type: "Page", $slots: { controls: [2] } }, document];
  send({ ops: [{ op: "replace", path: "", value: {} }], docs: docs as NewDocuments });
  await update();
  return html();
}

/** Returns the HTML of the control, without the drawings of icons and without the number of the update. */
async function html(): Promise<string> {
  // The drawings of icons load separately.
  await opened.tab.waitForFunction(() =>
    [...document.querySelectorAll(".r-icon")].every((icon) => icon.childElementCount > 0),
  );
  const text = await opened.tab.evaluate(() => {
    const shown = document.querySelector('[data-id="2"]') ?? document.querySelector('[data-id="1"]');
    return shown?.outerHTML ?? "";
  });
  // The time at which a drawing arrives varies, so drawings are not compared.
  const still = text.replaceAll(/(<svg class="r-icon"[^>]*?)( viewBox="[^"]*")?>.*?<\/svg>/g, "$1></svg>");
  return still.replace(/update \d+/g, "").replaceAll(/ (style|class)=""/g, "");
}

function values(spec: Spec): [name: string, prop: Prop<unknown>][] {
  return Object.entries(spec.entries).filter((entry): entry is [string, Prop<unknown>] => entry[1] instanceof Prop);
}

test.each(controls)("$type renders the same with implied and explicit defaults", async ({ class: { spec } }) => {
  const implied = await show({ $type: spec.type });
  const spelled: { [name: string]: unknown } = { $type: spec.type };
  for (const [name, prop] of values(spec))
    spelled[name] = prop.default === null ? null : encodeAs(prop.type, prop.default);
  delete spelled.title;
  expect(await show(spelled)).toBe(implied);
  expect(implied).not.toContain("No renderer");
});

test.each(controls)(
  "$type renders the same after each property is changed and then reset",
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
    // Sample values name images and fonts that do not exist, so requests for them fail.
    expect(opened.problems.filter((problem) => !problem.startsWith("failed: "))).toEqual([]);
  },
);
