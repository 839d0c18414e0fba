/** Runlet under load, in a process of its own: sessions of 50 controls. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Page } from "runlet";
import { BehaviorSubject } from "rxjs";
import { answer } from "./answer.ts";
import { serverCalls } from "./server-calls.ts";

/** With the page and what is above them, 50 controls. */
const ROWS = 11;
/** What all clients of one generator together may ask for. */
const MANY = 1_000_000;

/** The built package, by its exports: asked from its own folder, since it is not installed here. */
const { resolve } = createRequire(new URL("../../../package.json", import.meta.url));
const load = (name: string): Promise<unknown> => import(pathToFileURL(resolve(name)).href);
const { Button, Row, Text, TextField } = (await load("runlet")) as typeof import("runlet");
const { serve } = (await load("runlet/server")) as typeof import("runlet/server");

const shared$ = new BehaviorSubject("No news");

function main(page: Page): void {
  const word = new Text({ value: "No word" });
  page.pubsub.subscribe<string>((message) => {
    word.value = message;
  });
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const count = new Text({ value: "0" });
    const add = () => {
      count.value = String(Number(count.value) + 1);
    };
    return new Row({
      controls: [new Text({ value: `Line ${n}` }), count, new Button({ content: "More", onClick: add })],
    });
  });
  const more = [new Text({ value: "The last line" }), new Text({ value: "The end" })];
  page.add(new Text({ value: shared$ }), word, new TextField({ label: "Name" }), ...rows, ...more);
}

const { port, app } = await serve(main, {
  port: 0,
  log: { info() {}, warn: console.error, error: console.error },
  limits: { connectionsPerAddress: MANY, connectsPerSecond: MANY, messagesPerSecond: MANY, commandsPerSecond: MANY },
});
answer(
  serverCalls(port, (way, value) => {
    if (way === "observable") shared$.next(value);
    else app.sessions[0]?.page.pubsub.sendAll(value);
  }),
);
