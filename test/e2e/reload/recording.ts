import { setImmediate as nextTurn } from "node:timers/promises";
import type { Page } from "runlet";
import { Host } from "../../../src/controls/page/host.ts";
import { PROTOCOL_VERSION, type ServerMessage, type Welcome } from "../../../src/protocol/messages.ts";
import { memoryTransport } from "../../../src/transport/memory.ts";
import { ProgramApp } from "./app.ts";
import type { Makers } from "./makers.ts";
import type { Change, Program } from "./program.ts";

/** What a server sends to the client that shows a program live, and to one that loads the page at its end. */
export interface Recording {
  /** Messages of the first connection: those at the beginning, then those of each update. */
  readonly live: readonly (readonly ServerMessage[])[];
  /** Messages of a connection that resumes the session without documents, as a reload does. */
  readonly reload: readonly ServerMessage[];
  /** Title that the page has in the end. */
  readonly title: string;
  /** Types of the controls that took part. */
  readonly types: readonly string[];
}

let count = 0;

/** Returns the changes of an update, which may depend on what is on the page. */
export type ChangesAt = (update: number, app: ProgramApp) => readonly Change[];

/** Runs a program in a session, and returns what the session sends. `changesAt` replaces the changes of the program. */
export async function record(
  program: Program,
  makers: Makers,
  changesAt: ChangesAt = (update) => program.updates[update] ?? [],
): Promise<Recording> {
  const unknown = program.parts.find(({ sample }) => !makers.has(sample));
  if (unknown !== undefined) throw new Error(`The gallery has no sample "${unknown.sample}".`);
  const title = `program ${++count}`;
  let app: ProgramApp | undefined;
  const start = (page: Page) => {
    app = new ProgramApp(page, program, makers);
  };
  const host = new Host(start, { log: { info() {}, warn() {}, error() {} } });
  const client = connect(host);
  await turns();
  if (app === undefined) throw new Error("The app did not start.");
  app.mark(`${title}, at first`);
  await turns();
  const live = [client.take()];
  const last = program.updates.length - 1;
  for (let update = 0; update <= last; update++) {
    const changes = changesAt(update, app);
    const isSent = update < last || (program.autoUpdate && !program.isIsolated);
    if (isSent) app.change(changes);
    app.mark(`${title}, ${update}`);
    await turns();
    // What the app has not sent is shown neither live nor after a reload.
    if (!isSent) {
      app.changeOnly(changes);
      // Those of the page itself are sent.
      if (program.autoUpdate) app.mark(`${title}, end`);
    }
    await turns();
    live.push(client.take());
  }
  client.end();
  await turns();
  const again = connect(host, client.welcome);
  await turns();
  const reload = again.take();
  await host.close();
  return { live, reload, title: app.page.title ?? "", types: app.types };
}

/** Waits until a session has sent what changed, which takes a turn of the event loop for each of its steps. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await nextTurn();
}

/** A client that keeps all that it receives. */
function connect(host: Host, resume?: Welcome) {
  const { server, client } = memoryTransport();
  const received: ServerMessage[] = [];
  let welcome: Welcome | undefined;
  let seq = 0;
  client.messages$.subscribe((message) => {
    received.push(message);
    if (message.type === "welcome") welcome = message;
    if (message.type !== "update") return;
    seq = message.seq;
    client.send({ type: "ack", seq });
  });
  host.accept(server);
  client.send({
    type: "hello",
    protocol: PROTOCOL_VERSION,
    ...(resume !== undefined && { resume: { session: resume.session, secret: resume.secret, seq: 0, cmd: 0 } }),
  });
  return {
    get welcome(): Welcome | undefined {
      return welcome;
    },
    take: () => received.splice(0),
    end: () => client.close(1001),
  };
}
