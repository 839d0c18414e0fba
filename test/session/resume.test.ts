import { Button, Column, Control, type Page, Text, TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { describe, expect, test, vi } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";

const MINUTE = 60_000;

/** An app that logs the events of its session. */
function traced(controls: (log: string[]) => Control[]) {
  const log: string[] = [];
  const main = (page: Page): void => {
    log.push("main");
    page.onConnect = () => void log.push("onConnect");
    page.onDisconnect = () => void log.push("onDisconnect");
    page.onClose = () => void log.push("onClose");
    page.add(...controls(log));
  };
  return { log, main };
}

class Noted extends Control {
  readonly #log: string[];
  constructor(log: string[]) {
    super();
    this.#log = log;
  }
  override didMount() {
    this.#log.push("didMount");
    this.own(() => this.#log.push("owned"));
    void this.runTask(async (signal) => {
      signal.addEventListener("abort", () => this.#log.push("aborted"));
      await this.sleep(1e9);
    });
  }
  override willUnmount() {
    this.#log.push("willUnmount");
  }
}

describe("a client that was disconnected", () => {
  test("resumes its session, which gets onDisconnect and onConnect", async () => {
    const { log, main } = traced((log) => [new Noted(log)]);
    const h = mount(main);
    const { id } = h.page.session;
    await h.flush();
    h.disconnect();
    await h.advance(30 * MINUTE);
    expect(h.page.session.isConnected).toBe(false);
    await h.reconnect();
    expect(h.page.session.id).toBe(id);
    expect(log).toEqual(["main", "didMount", "onDisconnect", "onConnect"]);
    await h.unmount();
    expect(log.slice(4)).toEqual(["onClose", "willUnmount", "owned", "aborted"]);
    expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("gets everything that changed meanwhile as one update, and nothing else", async () => {
    const [text, list] = [new Text({ value: "0" }), new Column()];
    const h = mount((page) => page.add(text, list));
    h.takeOperations();
    h.disconnect();
    for (let n = 1; n <= 1000; n++) {
      text.value = String(n);
      list.controls.push(new Text({ value: `gone ${n}` }));
      if (n > 1) list.controls.shift();
      await h.flush();
    }
    const before = sessionOf(h.page).seq;
    await h.reconnect();
    expect(sessionOf(h.page).seq).toBe(before + 1);
    expect(h.takeOperations()).toEqual([
      { op: "add", path: "/1003", value: { $type: "Text", value: "gone 1000" } },
      { op: "replace", path: "/2/value", value: "1000" },
      { op: "add", path: "/3/$slots", value: { controls: [1003] } },
    ]);
  });

  test("costs one search for changes, as a click does", async () => {
    const text = new Text({ value: "0" });
    const button = new Button({ content: "Go", onClick: () => void (text.value += "1") });
    const quiet = new Button({ content: "Nothing", onClick: () => {} });
    const h = mount((page) => page.add(text, button, quiet));
    const drain = vi.spyOn(sessionOf(h.page).engine.clientState, "drain");
    const count = async (act: () => Promise<void>): Promise<number> => {
      drain.mockClear();
      await act();
      return drain.mock.calls.length;
    };
    expect(await count(() => h.fire(button, "click"))).toBe(1);
    expect(await count(() => h.fire(quiet, "click"))).toBe(1);
    h.disconnect();
    text.value = "2";
    await h.flush();
    expect(await count(() => h.reconnect())).toBe(1);
    expect(await count(() => h.reconnect())).toBe(0);
  });

  test("keeps tasks and hooks of its session running", async () => {
    const seen: string[] = [];
    class Late extends Control {
      override didMount() {
        seen.push("didMount");
      }
    }
    const h = mount((page) => {
      void page.runTask(async () => {
        await page.sleep(5000);
        page.add(new Late());
      });
    });
    h.disconnect();
    await h.advance(6000);
    expect(seen).toEqual(["didMount"]);
    await h.reconnect();
    expect(h.getByType(Late).isMounted).toBe(true);
  });

  test("sends its queued commands again, each once and in order", async () => {
    const ran: string[] = [];
    const field = new TextField({ label: "Name", onChange: ({ data }) => void ran.push(`change ${data}`) });
    const button = new Button({ content: "Go", onClick: () => void ran.push("click") });
    const h = mount((page) => page.add(field, button));
    h.disconnect();
    await h.write(field, { value: "Ann" });
    await h.fire(field, "change", "Ann");
    for (let n = 0; n < 120; n++) await h.fire(button, "click");
    expect(ran).toEqual([]);
    await h.reconnect();
    expect(ran).toEqual(["change Ann", ...Array.from({ length: 120 }, () => "click")]);
    await h.reconnect();
    expect(ran).toHaveLength(121);
    expect(field.value).toBe("Ann");
  });

  test("errors in onDisconnect, onConnect and onClose do not stop the session", async () => {
    const errors: unknown[] = [];
    const h = mount((page) => {
      page.onError = ({ error }) => void errors.push((error as Error).message);
      for (const name of ["onConnect", "onDisconnect", "onClose"] as const) {
        page[name] = () => {
          throw new Error(name);
        };
      }
      page.add(new Text({ value: "here" }));
    });
    h.disconnect();
    await h.reconnect();
    expect(h.getByText("here").isMounted).toBe(true);
    await h.unmount();
    h.page.session.close();
    expect(errors).toEqual(["onDisconnect", "onConnect", "onClose"]);
    expect(h.leaks().controls).toBe(0);
  });
});

describe("a session whose client does not come back", () => {
  test("ends after sixty minutes, to the millisecond, by its own timer", async () => {
    const { log, main } = traced(() => []);
    const h = mount(main);
    h.disconnect();
    await h.advance(60 * MINUTE - 1);
    expect(log).toEqual(["main", "onDisconnect"]);
    await h.advance(1);
    expect(log).toEqual(["main", "onDisconnect", "onClose"]);
  });

  test("ends at once with a timeout of 0, and after a custom timeout", async () => {
    for (const [sessionTimeout, ms] of [
      [0, 0],
      [5, 5000],
    ] as const) {
      const { log, main } = traced(() => []);
      const h = mount(main, { sessionTimeout });
      h.disconnect();
      await h.advance(ms);
      expect(log).toEqual(["main", "onDisconnect", "onClose"]);
    }
  });

  test("a reconnect in time restarts the timeout", async () => {
    const { log, main } = traced(() => []);
    const h = mount(main);
    for (let n = 0; n < 3; n++) {
      h.disconnect();
      await h.advance(59 * MINUTE);
      await h.reconnect();
      await h.advance(59 * MINUTE);
    }
    expect(log).not.toContain("onClose");
  });

  test("entered text is put back into the next session where the same field is in the same place, and nowhere else", async () => {
    const received: string[] = [];
    const form = (page: Page): void => {
      const name = new TextField({ label: "Name", onChange: ({ data }) => void received.push(data) });
      const sent = new TextField({ label: "Message" });
      const send = new Button({
        content: "Send",
        onClick: () => {
          sent.value = "";
        },
      });
      page.add(new Column({ controls: [name, sent, send] }), new TextField({ label: `Other ${received.length}` }));
    };
    const h = mount(form);
    const find = (label: string): TextField => h.getByRole("textbox", { name: label }) as TextField;
    await h.type(find("Name"), "Ann");
    await h.type(find("Message"), "hi");
    await h.tap(h.getByText("Send"));
    await h.type(find("Other 0"), "x");
    const first = h.page;
    h.disconnect();
    await h.advance(61 * MINUTE);
    await h.reconnect();
    expect(h.page).not.toBe(first);
    expect(find("Name").value).toBe("Ann");
    expect(find("Message").value).toBe("");
    expect(find("Other 3").value).toBe("");
    expect(received.at(-1)).toBe("Ann");
    expect(h.page.session.isConnected).toBe(true);
  });

  /** A form whose fields a person fills in, and the values that its next session shows after `end`. */
  async function refill(end: (h: Harness) => unknown): Promise<(string | null)[]> {
    const h = mount((page) => {
      const names = ["Name", "Password", "Now a password"];
      page.add(...names.map((label, at) => new TextField({ label, password: at === 1 })));
    });
    const fields = () => h.page.controls as unknown as TextField[];
    for (const field of fields()) await h.type(field, "typed");
    (fields()[2] as TextField).password = true;
    await h.flush();
    const { id } = h.page.session;
    await end(h);
    await h.reconnect();
    expect(h.page.session.id).not.toBe(id);
    return fields().map(({ value }) => value);
  }

  test("passwords are put into no other session, and nothing is after the app has ended the session", async () => {
    const timeout = async (h: Harness) => {
      h.disconnect();
      await h.advance(61 * MINUTE);
    };
    expect(await refill(timeout)).toEqual(["typed", "", ""]);
    const close = async (h: Harness) => {
      h.page.session.close();
      await h.flush();
    };
    expect(await refill(close)).toEqual(["", "", ""]);
    // The client is away, so it does not hear why the session ended.
    expect(
      await refill(async (h) => {
        h.disconnect();
        await close(h);
      }),
    ).toEqual(["typed", "", ""]);
  });

  test("a session that ends at once is followed by new ones ever more seldom", async () => {
    let runs = 0;
    const h = mount(
      (page) => {
        runs++;
        if (runs > 1) page.session.close();
      },
      { network: {} },
    );
    await h.advance(60_000);
    h.page.session.close();
    const perMinute: number[] = [];
    for (let minute = 0; minute < 3; minute++) {
      const before = runs;
      await h.advance(60_000);
      perMinute.push(runs - before);
    }
    expect(perMinute[0]).toBeLessThan(20);
    expect(perMinute[2]).toBeLessThan(8);
    expect(perMinute[2]).toBeGreaterThan(3);
  });

  test("its queued commands do not run in the next session", async () => {
    const clicks: number[] = [];
    let sessions = 0;
    const app = (page: Page): void => {
      const n = ++sessions;
      page.add(new Button({ content: "Go", onClick: () => void clicks.push(n) }));
    };
    const h: Harness = mount(app, { network: { delay: 10 } });
    h.disconnect();
    await h.fire(h.getByText("Go"), "click");
    await h.advance(61 * MINUTE);
    await h.reconnect();
    await h.advance(1000);
    expect(sessions).toBe(2);
    expect(clicks).toEqual([]);
    await h.tap(h.getByText("Go"));
    await h.advance(1000);
    expect(clicks).toEqual([2]);
  });
});

describe("the simulated network of a test", () => {
  test("delays updates, but not the first document", async () => {
    const text = new Text({ value: "0" });
    const h = mount(text, { network: { delay: 300 } });
    text.value = "1";
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{ value: "0" }] });
    await h.advance(299);
    expect(h.tree()).toMatchObject({ controls: [{ value: "0" }] });
    await h.advance(1);
    expect(h.tree()).toMatchObject({ controls: [{ value: "1" }] });
  });

  test("reconnects by itself after a cut, and nothing is lost", async () => {
    let count = 0;
    const button = new Button({ content: "Go", onClick: () => void count++ });
    const h = mount(button, { network: { delay: [20, 80], seed: 7 } });
    for (let n = 0; n < 200; n++) {
      void h.fire(button, "click");
      await h.advance(n % 40);
      h.network.cut();
      await h.advance(200);
    }
    await h.advance(20_000);
    expect(count).toBe(200);
  });

  test("the heartbeat notices when all messages are lost, and the client reconnects when they arrive again", async () => {
    const { log, main } = traced(() => []);
    const h = mount(main, { network: {} });
    h.network.set({ loss: 1 });
    await h.advance(50_000);
    expect(h.page.session.isConnected).toBe(false);
    h.network.set({ loss: 0 });
    await h.advance(20_000);
    expect(h.page.session.isConnected).toBe(true);
    expect(log).toEqual(["main", "onDisconnect", "onConnect"]);
  });
});
