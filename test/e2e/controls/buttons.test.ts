import {
  Chip,
  Column,
  type Control,
  Icon,
  IconButton,
  MenuBar,
  MenuItemButton,
  PopupMenuButton,
  PopupMenuItem,
  Row,
  Segment,
  SegmentedButton,
  SubmenuButton,
} from "runlet";
import { expect, test } from "vitest";
import { eventually } from "../../support/patience.ts";
import { openApp, violations } from "../open.ts";

const events: unknown[] = [];
const say = (what: string) => (event: { data?: unknown }) =>
  void events.push(event.data === undefined ? what : [what, event.data]);

/** Opens an app with controls, and clears the recorded events. */
async function open(...controls: Control[]) {
  events.length = 0;
  const opened = await openApp((page) => page.add(new Column({ spacing: 40, controls })));
  const received = async (...what: unknown[]): Promise<void> => {
    await eventually(() => expect(events).toEqual(what));
    events.length = 0;
  };
  const close = async (): Promise<void> => {
    expect(opened.problems).toEqual([]);
    await opened.tab.context().close();
    await opened.app.close();
  };
  return { ...opened, heard: received, close };
}

test("an icon button reports hover, long press and focus, toggles, and can be focused by the app", async () => {
  const like = new IconButton({
    icon: "favorite_border",
    selected: false,
    tooltip: "Like",
    onClick: () => void (like.selected = like.selected !== true),
    onHover: say("hover"),
    onLongPress: say("long press"),
    onFocus: say("focus"),
    onBlur: say("blur"),
  });
  const { tab, heard: received, close } = await open(like, new IconButton({ icon: "arrow_back" }));
  const button = tab.getByRole("button", { name: "Like" });
  expect(await button.getAttribute("aria-pressed")).toBe("false");
  await button.click();
  await received(["hover", true], "focus");
  await tab.getByRole("button", { name: "Like", pressed: true }).waitFor();
  await tab.mouse.down();
  await received("long press");
  await tab.mouse.up();
  await tab.getByRole("button", { name: "arrow back" }).click();
  await received(["hover", false], "blur");
  expect(like.selected).toBe(true);
  await like.focus();
  await received("focus");
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test("a chip can be selected, and its delete icon is a separate button", async () => {
  const chip = new Chip({ label: "Fish", onSelect: say("select"), onDelete: say("delete"), onFocus: say("focus") });
  const opened = await open(chip, new Chip({ label: "Off", disabled: true, onClick: say("click") }));
  const { tab, heard: received, close } = opened;
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Space");
  await received("focus", ["select", true]);
  await tab.getByRole("button", { name: "Fish", pressed: true }).waitFor();
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  await received("focus", "delete");
  await tab.getByRole("button", { name: "Delete" }).click();
  await received("delete");
  await tab.keyboard.press("Shift+Tab");
  await tab.keyboard.press("Backspace");
  await received("focus", "delete");
  await tab.getByText("Off").click({ force: true });
  expect([events, await violations(opened)]).toEqual([[], []]);
  await close();
});

test("a segmented button works as a group of radio buttons or of checkboxes", async () => {
  const segments = () => ["left", "center", "right"].map((value) => new Segment({ value, label: value }));
  const one = new SegmentedButton({ segments: segments(), selected: ["left"], rtl: true, onChange: say("one") });
  const many = new SegmentedButton({
    segments: segments(),
    allowMultipleSelection: true,
    allowEmptySelection: true,
    onChange: say("many"),
    selectedIcon: new Icon({ name: "star" }),
  });
  const opened = await open(one, many);
  const { tab, heard: received, close } = opened;
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("ArrowLeft");
  await received(["one", ["center"]]);
  await tab.keyboard.press("Home");
  await received(["one", ["left"]]);
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Space");
  await received(["many", ["left"]]);
  await tab.getByRole("checkbox", { name: "right" }).click();
  await received(["many", ["left", "right"]]);
  expect(await tab.getByRole("checkbox", { name: "right" }).locator("svg").count()).toBe(1);
  await tab.getByRole("checkbox", { name: "right" }).click();
  await received(["many", ["left"]]);
  // Only allowEmptySelection lets a person deselect the last segment.
  await tab.getByRole("radio", { name: "left" }).click();
  await tab.getByRole("checkbox", { name: "left" }).click();
  await received(["many", []]);
  expect([one.selected, many.selected]).toEqual([["left"], []]);
  expect(await violations(opened)).toEqual([]);
  await close();
});

test("a popup menu stays in the viewport, finds items by typed text, and returns the focus when it closes", async () => {
  const items = ["Copy", "Cut", "Paste"].map((content) => new PopupMenuItem({ content, onClick: say(content) }));
  const button = new PopupMenuButton({
    items,
    tooltip: "More",
    menuPosition: "under",
    onOpen: say("open"),
    onCancel: say("cancel"),
    onSelect: say("select"),
  });
  const opened = await open(new Row({ alignment: "end", controls: [button] }));
  const { tab, heard: received, close } = opened;
  const press = tab.getByRole("button", { name: "More" });
  await press.click();
  await received("open");
  const box = await tab.getByRole("menu").boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(892);
  expect(await violations(opened)).toEqual([]);
  await tab.keyboard.press("c");
  await tab.keyboard.press("u");
  await tab.keyboard.press("Enter");
  await received("Cut", ["select", 1]);
  expect(await press.evaluate((element) => element === document.activeElement)).toBe(true);
  await tab.keyboard.press("ArrowUp");
  await tab.keyboard.press("Enter");
  await received("open", "Paste", ["select", 2]);
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Escape");
  await received("open", "cancel");
  await press.click();
  await tab.mouse.click(20, 400);
  await received("open", "cancel");
  button.menuPosition = "over";
  await press.click();
  await tab.keyboard.press("Tab");
  await received("open", "cancel");
  await close();
});

test("a menu bar works by mouse, including hover, and by keyboard", async () => {
  const item = (content: string, props = {}) => new MenuItemButton({ content, onClick: say(content), ...props });
  const menu = (content: string, ...controls: Control[]) =>
    new SubmenuButton({ content, controls, onOpen: say(`${content} +`), onClose: say(`${content} -`) });
  const bar = new MenuBar({
    controls: [
      menu("File", item("New"), menu("Recent", item("Letter"), item("Report", { onHover: say("hover") }))),
      menu("Edit", item("Cut")),
      item("Help"),
    ],
  });
  const opened = await open(bar);
  const { tab, heard: received, close } = opened;
  const at = (name: string) => tab.getByRole("menuitem", { name, exact: true });
  await at("Edit").hover();
  await at("File").click();
  await at("Recent").hover();
  await received("File +", "Recent +");
  expect(await violations(opened)).toEqual([]);
  await at("Report").hover();
  await received(["hover", true]);
  await at("Report").click();
  await received("Report", "Recent -", "File -", ["hover", false]);
  expect(await at("File").evaluate((element) => element === document.activeElement)).toBe(true);
  await at("File").click();
  await at("Edit").hover();
  await received("File +", "File -", "Edit +");
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("ArrowLeft");
  await received("Edit -", "File +");
  for (const key of ["ArrowDown", "End", "ArrowRight", "ArrowRight"]) await tab.keyboard.press(key);
  await received("Recent +", "Recent -", "File -", "Edit +");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "r", "ArrowRight", "ArrowLeft", "Escape"])
    await tab.keyboard.press(key);
  await received("Edit -", "File +", "Recent +", "Recent -", "File -");
  for (const key of ["ArrowDown", "Tab"]) await tab.keyboard.press(key);
  await received("File +", "File -");
  await close();
});
