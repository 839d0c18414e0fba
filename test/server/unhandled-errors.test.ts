import { describe, expect, test } from "vitest";
import { runScript } from "../attacks/child-process.ts";

const VALUES = JSON.stringify(new URL("../session/throwing/values.ts", import.meta.url).href);
const MODES = ["throw", "strict", "warn", "none", "warn-with-error-code"];

/** How a script hosts its app. */
const HOSTS = {
  "node alone": "",
  "serve()": "const app = await serve(() => {}, options);",
  "createApp()": "const app = createApp(() => {}, options);",
} as const;

/** Ends a script that lives on. The exit code that Node has chosen by then stays. */
const END = 'setTimeout(() => { console.log("lives"); process.exit(); }, 100);';

/** Runs a script with the server's functions, and a log that writes to the output. */
async function run(script: string, ...flags: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const start = `
    const { createApp, serve } = await import("runlet/server");
    const write = (...what) => console.log(...what);
    const options = { port: 0, host: "127.0.0.1", log: { info() {}, warn: write, error: write } };
  `;
  return runScript(start + script, ...flags);
}

const REJECT = 'void Promise.reject(new Error("lost"));';
const REJECT_TEXT = 'void Promise.reject("lost");';
const TIMER = 'setTimeout(() => { throw new Error("lost"); }, 1);';
const TARGET =
  'const target = new EventTarget(); target.addEventListener("x", () => { throw new Error("lost"); }); target.dispatchEvent(new Event("x"));';
const EMITTER =
  'const { EventEmitter } = await import("node:events"); setTimeout(() => new EventEmitter().emit("error", new Error("lost")), 1);';
/** The control of a promise of `sleep()` is unmounted, and an async function waits for that promise, too. */
const UNMOUNT = `
  const { Text } = await import("runlet");
  const { memoryTransport } = await import("runlet/transport");
  const host = createApp((page) => {
    const text = new Text();
    page.add(text);
    page.update();
    void text.sleep(1e6);
    void (async () => { await text.sleep(1e6); })();
    page.remove(text);
  }, options);
  const { server, client } = memoryTransport();
  host.connect(server);
  client.send({ type: "hello", protocol: 2 });
`;

describe("under serve(), an error that no session can handle is logged, and the process lives", () => {
  const cases: [what: string, script: string][] = [
    ["a rejected promise", REJECT],
    ["a rejected promise whose reason is a text", REJECT_TEXT],
    ["an error in a timer", TIMER],
    ["an error in a listener of an EventTarget", TARGET],
    ["an error event without a listener", EMITTER],
    ["an error in a microtask", 'queueMicrotask(() => { throw new Error("lost"); });'],
    ["an error in process.nextTick", 'process.nextTick(() => { throw new Error("lost"); });'],
    ["an error in an immediate", 'setImmediate(() => { throw new Error("lost"); });'],
  ];
  test.each(cases)("%s", async (_, script) => {
    const { code, stdout, stderr } = await run(`${HOSTS["serve()"]}${script}${END}`);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.match(/lost/g)?.length).toBeGreaterThan(0);
    expect(stdout.match(/\[runlet\]/g)).toHaveLength(1);
    expect(stdout).toMatch(/lives\n$/);
  });

  test("any value, also one that cannot be read", async () => {
    const script = `
      const { VALUES } = await import(${VALUES});
      let logged = 0;
      options.log.error = () => logged++;
      ${HOSTS["serve()"]}
      for (const make of Object.values(VALUES)) {
        void Promise.reject(make());
        await new Promise((done) => setTimeout(done, 1));
        setTimeout(() => { throw make(); }, 1);
        await new Promise((done) => setTimeout(done, 2));
      }
      console.log(logged - 2 * Object.keys(VALUES).length);
      process.exit();
    `;
    const { code, stdout, stderr } = await run(script, "--import", "tsx");
    expect([code, stderr, stdout]).toEqual([0, "", "0\n"]);
  });

  test("the log has the very reason, though Node passes on another error", async () => {
    const { stdout } = await run(`${HOSTS["serve()"]}void Promise.reject({ code: 5 });${END}`);
    expect(stdout).toBe("[runlet] a promise that nothing awaits was rejected: { code: 5 }\nlives\n");
  });

  test("a log that throws or rejects", async () => {
    const script = `
      let calls = 0;
      options.log.error = () => { calls++; throw new Error("no log"); };
      ${HOSTS["serve()"]}${REJECT}
      await new Promise((done) => setTimeout(done, 20));
      options.log.error = async () => { calls++; throw new Error("no log"); };
      ${TIMER}
      setTimeout(() => console.log(calls < 5), 50);
      ${END}
    `;
    const { code, stdout } = await run(script);
    expect([code, stdout]).toEqual([0, "true\nlives\n"]);
  });
});

describe("an error still ends the process", () => {
  const cases: [what: string, script: string][] = [
    ["before serve() is called", `${REJECT}await new Promise((done) => setTimeout(done, 50));${HOSTS["serve()"]}`],
    [
      "in a timer, before serve() listens",
      `${TIMER}await new Promise((done) => setTimeout(done, 50));${HOSTS["serve()"]}`,
    ],
    ["when the module fails before it serves", `throw new Error("lost");`],
    ["when serve() fails", `await serve(() => {}, { ...options, host: "256.1.1.1" }).catch(() => {});${REJECT}`],
    ["under createApp(): a rejected promise", `${HOSTS["createApp()"]}${REJECT}`],
    ["under createApp(): a timer", `${HOSTS["createApp()"]}${TIMER}`],
    ["after close()", `${HOSTS["serve()"]}await app.close();${REJECT}`],
    ["after close() of createApp()", `${HOSTS["createApp()"]}await app.close();${REJECT}`],
    [
      "after the last close() of two",
      `${HOSTS["serve()"]}const other = await serve(() => {}, options);await other.close();await app.close();${TIMER}`,
    ],
  ];
  test.each(cases)("%s", async (_, script) => {
    const { code, stdout, stderr } = await run(`${script}${END}`);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("lost");
  });
});

test("one of two apps is closed, and the other still logs", async () => {
  const two = `${HOSTS["serve()"]}const other = await serve(() => {}, options);`;
  const { code, stdout } = await run(`${two}await app.close();${REJECT}${END}`);
  expect([code, stdout]).toEqual([0, expect.stringContaining("lost")]);
});

test("after close(), process.emit is the function that it was", async () => {
  const script = `
    const before = process.emit;
    const one = createApp(() => {}, options);
    ${HOSTS["serve()"]}
    await one.close();
    await app.close();
    console.log(process.emit === before);
    process.exit();
  `;
  expect((await run(script)).stdout).toBe("true\n");
});

describe("a listener of the program decides", () => {
  const cases: [event: string, script: string][] = [
    ["unhandledRejection", REJECT],
    ["uncaughtException", REJECT],
    ["uncaughtException", TIMER],
  ];
  test.each(cases)("%s: %s", async (event, script) => {
    const listener = `process.on("${event}", (error) => console.log("the program:", error.message));`;
    const { code, stdout, stderr } = await run(`${HOSTS["serve()"]}${listener}${script}${END}`);
    expect([code, stdout, stderr]).toEqual([0, "the program: lost\nlives\n", ""]);
  });
});

describe("--unhandled-rejections holds as in a program without Runlet", () => {
  /** Removes what differs between two runs of the same script: places in files and process ids. */
  const clean = (text: string) => text.replace(/\(node:\d+\)/g, "").replace(/^\s+at .*\n|^.*:\d+\n.*\n\s*\^.*\n/gm, "");

  for (const mode of MODES) {
    test.each([REJECT, REJECT_TEXT])(`${mode}: %s`, async (reject) => {
      const flag = `--unhandled-rejections=${mode}`;
      const [alone, ...hosted] = await Promise.all(
        Object.values(HOSTS).map(async (host) => run(`${host}${reject}${END}`, flag)),
      );
      const results = hosted.map(({ code, stdout, stderr }) => [code, stdout, clean(stderr)]);
      const expected = [alone?.code, alone?.stdout, clean(alone?.stderr ?? "")];
      expect(results).toEqual([expected, expected]);
    });

    test(`${mode}: a promise of sleep() that ends with its control does not count`, async () => {
      const { code, stdout, stderr } = await run(`${UNMOUNT}${END}`, `--unhandled-rejections=${mode}`);
      expect([code, stdout]).toEqual([0, "lives\n"]);
      // In this mode, Node warns before it emits an event.
      if (mode !== "warn") expect(stderr).toBe("");
    });
  }

  test("with a space before the value, and with underscores", async () => {
    const script = `${HOSTS["serve()"]}${REJECT}${END}`;
    expect((await run(script, "--unhandled-rejections", "throw")).code).toBe(1);
    expect((await run(script, "--unhandled_rejections=throw")).code).toBe(1);
  });

  test("in NODE_OPTIONS", async () => {
    const script = `process.env.NODE_OPTIONS = "--max-http-header-size=9000 --unhandled-rejections=throw";${HOSTS["serve()"]}${REJECT}${END}`;
    expect((await run(script)).code).toBe(1);
  });

  test("does not concern timers", async () => {
    const { code, stdout } = await run(`${HOSTS["serve()"]}${TIMER}${END}`, "--unhandled-rejections=throw");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/lost[\s\S]*lives\n$/)]);
  });
});

test("without a flag, a promise of sleep() that ends with its control does not count", async () => {
  const { code, stdout, stderr } = await run(`${UNMOUNT}${END}`);
  expect([code, stdout, stderr]).toEqual([0, "lives\n", ""]);
});
