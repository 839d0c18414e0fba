import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { eventually } from "../support/patience.ts";
import { Project, type Running } from "./project.ts";

let project: Project | undefined;
afterEach(() => project?.close());

/** An app with a button whose handler takes as long as the environment says. */
const APP = `import { Button, type Page, run } from "runlet";
void run((page: Page) => {
  page.onClose = () => console.log("closed");
  void page.runTask(async () => { for (;;) await page.sleep(1000); });
  page.add(new Button({ content: "work", onClick: async () => {
    console.log("begins");
    await new Promise((done) => setTimeout(done, Number(process.env.WORK)));
    console.log("worked");
  } }));
});
`;

/** Starts the app, connects as a browser, and presses the button. Returns a promise of the close code. */
async function press({ output }: Running): Promise<{ readonly closed: Promise<number> }> {
  await eventually(() => expect(output()).toMatch(/Runlet serves http:\S+\n/));
  const [, url = ""] = /(http:\S+)\n/.exec(output()) ?? [];
  const socket = new WebSocket(`${url.replace("http", "ws")}ws`, { origin: new URL(url).origin });
  const closed = new Promise<number>((done) => socket.on("close", done));
  socket.on("open", () => socket.send('{"type":"hello","protocol":2}'));
  socket.on("message", (data) => {
    const { type, seq } = JSON.parse(String(data)) as { type: string; seq: number };
    if (type !== "update" || seq !== 1) return;
    socket.send('{"type":"commands","seq":1,"commands":[{"cmd":1,"id":2,"event":"click"}]}');
  });
  await eventually(() => expect(output()).toContain("begins"));
  return { closed };
}

const start = (work: number, ...args: string[]): Running => {
  project = new Project({ "app.ts": APP });
  return project.start(["run", "app.ts", "--port", "0", ...args], { WORK: String(work) });
};

describe.runIf(process.platform !== "win32")("runlet run", () => {
  test.each([
    ["SIGTERM", ["--no-reload"]],
    ["SIGINT", ["--no-reload"]],
    ["SIGTERM", []],
    ["SIGINT", []],
  ] as const)("%s lets a handler end, and the exit code is 0 %j", async (signal, options) => {
    const running = start(1000, ...options);
    const { closed } = await press(running);
    running.process.kill(signal);
    expect(await closed).toBe(1012);
    expect(await running.ended).toBe(0);
    expect(running.output()).toMatch(/begins\n(.*\n)*worked\n(.*\n)*closed\n/);
  });

  test.each([["--no-reload"], []])(
    "a second Ctrl+C ends an app at once whose handler never ends (%s)",
    async (...options) => {
      const running = start(600_000, ...options);
      const { closed } = await press(running);
      running.process.kill("SIGINT");
      expect(await closed).toBe(1012);
      // The first second is one wish: a terminal and npm both pass on one Ctrl+C.
      await new Promise((done) => setTimeout(done, 1200));
      running.process.kill("SIGINT");
      await running.ended;
      expect(running.output()).not.toContain("worked");
    },
  );

  test("a second Ctrl+C ends an app that computes without pause", async () => {
    const compute = 'void app.then(() => setTimeout(() => { console.log("computes"); for (;;); }, 100));\n';
    project = new Project({ "app.ts": APP.replace("void run(", "const app = run(") + compute });
    const running = project.start(["run", "app.ts", "--port", "0", "--no-reload"]);
    await eventually(() => expect(running.output()).toContain("computes"));
    running.process.kill("SIGINT");
    await new Promise((done) => setTimeout(done, 1200));
    expect(running.process.exitCode).toBe(null);
    running.process.kill("SIGINT");
    expect(await running.ended).not.toBe(0);
  });

  test("with reloading, Ctrl+C does not wait for a task that only repeats something", async () => {
    project = new Project({ "app.ts": APP });
    const running = project.start(["run", "app.ts", "--port", "0"], { WORK: "0" });
    const { closed } = await press(running);
    await eventually(() => expect(running.output()).toContain("worked"));
    running.process.kill("SIGINT");
    expect(await closed).toBe(1012);
    expect(await running.ended).toBe(0);
    expect(running.output()).toContain("closed");
    expect(running.output()).not.toMatch(/waits|had not ended|Force killing/);
  });
});
