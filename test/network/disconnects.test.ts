import { Button, Column, type Page, Text } from "runlet";
import { expect, onTestFinished, test } from "vitest";
import type { ProxiedConnection } from "../support/fault-proxy.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { between, seeded } from "../support/random.ts";
import { documentsOf, pause, percentile, serveBehindProxy } from "./serve.ts";
import { SocketClient } from "./socket-client.ts";

const CUTS = isSoak ? 1000 : 100;
const SESSIONS = isSoak ? 50 : 10;

test(`F02: after ${CUTS} cuts in the middle of updates, ${SESSIONS} clients are up to date, and only missed updates were resent`, async () => {
  let isOn = true;
  const busy = (page: Page): void => {
    const [text, list] = [new Text(), new Column()];
    page.add(text, list);
    void page.runTask(async () => {
      for (let n = 1; isOn; n++) {
        text.value = `${n} ${"x".repeat(n % 97)}`;
        list.controls.push(new Text({ value: `row ${n}` }));
        if (n % 3 === 0) list.controls.reverse();
        if (list.controls.length > 20) list.controls.splice(n % 7, 9);
        await page.sleep(20);
      }
    });
  };
  const { app, proxy, url } = await serveBehindProxy(busy);
  let cuts = 0;
  // The upgrade response, the welcome and the first update have about 3,000 bytes.
  const cutAt = (connection: ProxiedConnection): void => {
    if (cuts >= CUTS) return;
    void proxy.cutAfterRandom("down", 12_000, connection).then((wasCut) => {
      if (wasCut) cuts++;
    });
  };
  proxy.onConnection(cutAt);
  const clients = Array.from({ length: SESSIONS }, () => new SocketClient({ url }));
  onTestFinished(() => {
    for (const client of clients) client.close();
  });
  while (cuts < CUTS) await pause(20);
  isOn = false;
  for (const client of clients) {
    await client.until(() => {
      const session = app.app.sessions.find(({ id }) => id === client.sessions[0]);
      return session?.isConnected === true && client.link.seq === session.seq && session.engine.clientState.size === 0;
    });
    expect(client.replica.documents).toEqual(documentsOf(app, client.sessions[0]));
    expect(client.sessions).toHaveLength(1);
  }
  expect(app.app.sessions).toHaveLength(SESSIONS);
  const returns = clients.flatMap((client) => client.returns);
  const snapshots = clients.reduce((sum, client) => sum + client.snapshots, 0);
  recordMeasurement("F02", {
    cuts,
    sessions: SESSIONS,
    "resume p50 ms": percentile(returns, 0.5),
    "p95 ms": percentile(returns, 0.95),
    "snapshots after the first": snapshots - SESSIONS,
  });
  expect(percentile(returns, 0.95)).toBeLessThan(250);
  expect(snapshots).toBe(SESSIONS);
});

/** Runs an app that records its commands, and cuts the connection of its client at each command. */
async function cutAtEach(
  direction: "up" | "down",
  most: number,
): Promise<{ ran: number[]; client: SocketClient; cuts: number }> {
  const ran: number[] = [];
  const { proxy, url } = await serveBehindProxy(
    (page) => {
      const text = new Text({ value: "0" });
      const button = new Button({
        content: "Go",
        onClick: () => {
          ran.push(ran.length + 1);
          text.value = String(ran.length);
        },
      });
      page.add(text, button);
    },
    { limits: { resumesPerSecond: 1000 } },
  );
  let connection: ProxiedConnection | undefined;
  proxy.onConnection((each) => {
    connection = each;
  });
  const client = new SocketClient({ url });
  await client.until(() => client.snapshots > 0);
  const random = seeded(5);
  let cuts = 0;
  for (let n = 1; n <= CUTS; n++) {
    const cut = (connection as ProxiedConnection).cutAfter({ [direction]: between(random, 0, most) });
    client.event(3, "click");
    if (await cut) cuts++;
    await client.until(() => client.link.unacked === 0);
  }
  await client.until(() => client.replica.documents[2]?.value === String(CUTS));
  expect(client.sessions).toHaveLength(1);
  client.close();
  return { ran, client, cuts };
}

test(`F03: after ${CUTS} cuts between a command and its ack, each command ran once`, async () => {
  // An update has about 80 bytes. A cut before its last byte means that the client does not receive it.
  const { ran, cuts, client } = await cutAtEach("down", 60);
  expect(ran).toHaveLength(CUTS);
  expect(cuts).toBe(CUTS);
  recordMeasurement("F03", { cuts, "commands run": ran.length, sessions: client.sessions.length });
});

test(`F04: after ${CUTS} cuts before a command arrives, each command is sent again and runs in order`, async () => {
  const { ran, cuts } = await cutAtEach("up", 50);
  expect(ran).toEqual(Array.from({ length: CUTS }, (_, n) => n + 1));
  expect(cuts).toBe(CUTS);
  recordMeasurement("F04", { cuts, "commands run": ran.length });
});
