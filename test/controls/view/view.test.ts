import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { AppBar } from "../../../src/controls/bar/app-bar.ts";
import { Text } from "../../../src/controls/text/text.ts";
import { View } from "../../../src/controls/view/view.ts";

test("an app bar and views are sent in named slots of the page", async () => {
  const bar = new AppBar({ title: "Inbox", actions: [new Text({ value: "All" })] });
  const view = new View({ route: "/one", appbar: new AppBar({ title: "One" }), controls: [new Text({ value: "1" })] });
  await using h = mount((page) => {
    page.appbar = bar;
    page.views = [view];
  });
  expect(h.getByRole("banner", { name: "Inbox" })).toBe(bar);
  expect(h.documents()[h.page.id]).toMatchObject({ $slots: { appbar: bar.id, views: [view.id] } });
  h.page.appbar = null;
  await h.flush();
  expect(bar.isMounted).toBe(false);
});

test("page.views accepts only View controls", async () => {
  await using h = mount(() => {});
  expect(() => {
    h.page.views = [new Text({ value: "no view" })];
  }).toThrow(/Page\.views/);
});

test("onViewPop reports the route, and the app removes the view", async () => {
  const view = new View({ route: "/one", canPop: false });
  const received: unknown[] = [];
  await using h = mount((page) => {
    page.views = [view];
    page.onViewPop = ({ data }) => {
      received.push(data);
      page.views.pop();
    };
    view.onConfirmPop = () => void received.push("asked");
  });
  await h.fire(view, "confirmPop");
  await h.fire(h.page, "viewPop", "/one");
  expect(received).toEqual(["asked", "/one"]);
  expect(view.isMounted).toBe(false);
});

test("the location of the floating action button is a name or an offset", async () => {
  await using h = mount(() => {});
  h.page.floatingActionButtonLocation = { x: 4, y: 8 };
  h.page.floatingActionButtonLocation = "miniEndTop";
  expect(() => {
    h.page.floatingActionButtonLocation = "middle" as never;
  }).toThrow(
    /^Page\.floatingActionButtonLocation must be one of ".*" \| … \(19 in all\), or an object such as \{ x: 8, y: 4 \}, not "middle"\.$/,
  );
  expect(() => new AppBar({ elevation: -1 })).toThrow("AppBar.elevation must be at least 0, not -1.");
  expect(() => new AppBar({ toolbarOpacity: 2 })).toThrow("AppBar.toolbarOpacity must be at most 1, not 2.");
});
