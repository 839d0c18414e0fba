import {
  type Animate,
  Column,
  Container,
  type Control,
  GridView,
  ListView,
  type Page,
  ResponsiveRow,
  Row,
  View,
} from "runlet";
import { expect, test } from "vitest";
import { openApp } from "../open.ts";
import { ENDLESS } from "../support/animations.ts";

interface Following {
  readonly autoScroll: boolean;
  readonly autoScrollAnimation: Animate | null;
  readonly controls: Control[];
}

const kinds: [string, (props: Following) => Column | GridView | ListView | ResponsiveRow | Row | View][] = [
  ["Column", (props) => new Column({ ...props, height: 200, scroll: "auto" })],
  ["GridView", (props) => new GridView({ ...props, height: 200, runsCount: 1 })],
  ["ListView", (props) => new ListView({ ...props, height: 200 })],
  ["ResponsiveRow", (props) => new ResponsiveRow({ ...props, height: 200, scroll: "auto" })],
  ["Row", (props) => new Row({ ...props, width: 200, scroll: "auto" })],
  ["View", (props) => new View({ ...props, scroll: "auto" })],
];
const ways: [string, boolean, Animate | null, "stays" | "jumps" | "moves"][] = [
  ["stays where it is without autoScroll", false, null, "stays"],
  ["follows its end with autoScroll", true, null, "jumps"],
  ["moves to its end with autoScrollAnimation", true, ENDLESS, "moves"],
];
const cases = kinds.flatMap(([type, make]) => ways.map(([text, ...way]) => [type, text, make, ...way] as const));

test.each(cases)("%s %s", async (_type, _text, make, autoScroll, autoScrollAnimation, expected) => {
  const box = () => new Container({ width: 300, height: 300 });
  const control = make({ autoScroll, autoScrollAnimation, controls: [box()] });
  const { tab, app } = await openApp((page: Page) => {
    if (control instanceof View) page.views.push(control);
    else page.add(control);
  });
  const root = tab.locator(`[data-id="${control.id}"]`);
  await root.waitFor();
  const places = () =>
    root.evaluate(({ scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth }) => ({
      at: Math.round(scrollTop + scrollLeft),
      end: Math.round(scrollHeight - clientHeight + scrollWidth - clientWidth),
    }));
  for (let added = 0; added < 3; added++) control.controls.push(box());
  // The end is far away once the new content is there.
  await expect.poll(async () => (await places()).end).toBeGreaterThan(500);
  if (expected === "stays") {
    await tab.waitForTimeout(200);
    expect((await places()).at).toBe(0);
  } else if (expected === "jumps") {
    await expect.poll(async () => (await places()).at).toBe((await places()).end);
  } else {
    await expect.poll(async () => (await places()).at).toBeGreaterThan(0);
    expect((await places()).at).toBeLessThan((await places()).end / 2);
  }
  await tab.close();
  await app.close();
});
