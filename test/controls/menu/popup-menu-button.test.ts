import { PopupMenuButton, type PopupMenuButtonProps, PopupMenuItem, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

/** Mounts a menu of three items, and records the events that the app receives, in order. */
function menu(props: PopupMenuButtonProps = {}) {
  const events: unknown[] = [];
  const item = (content: string, more = {}) =>
    new PopupMenuItem({ content, onClick: ({ data }) => void events.push(["click", content, data]), ...more });
  const button = new PopupMenuButton({
    tooltip: "More",
    items: [item("Open"), new PopupMenuItem(), item("Hidden files", { checked: true })],
    onOpen: () => void events.push("open"),
    onCancel: () => void events.push("cancel"),
    onSelect: ({ data }) => void events.push(["select", data]),
    ...props,
  });
  const h = mount(button);
  return { h, button, events, tap: (name: string) => h.tap(h.getByRole("menuitem", { name })) };
}

test("an item of the open menu emits click, then the button emits select, and the menu closes", async () => {
  const { h, events: reported, tap } = menu();
  await h.tap(h.getByRole("button", { name: "More" }));
  await tap("Open");
  expect(reported).toEqual(["open", ["click", "Open", undefined], ["select", 0]]);
  await expect(tap("Open")).rejects.toThrow("is in a closed menu: tap the control that opens it first");
});

test("a click on a checked item emits its new state, and the app has to set it", async () => {
  const { h, button, events: reported, tap } = menu();
  await h.tap(button);
  await tap("Hidden files");
  expect(reported.slice(1)).toEqual([
    ["click", "Hidden files", false],
    ["select", 2],
  ]);
  expect(button.items[2]?.checked).toBe(true);
});

test("Escape, the button and a press elsewhere close the menu and emit cancel", async () => {
  const { h, button, events: reported } = menu();
  h.page.add(new PopupMenuButton({ content: "Other" }));
  await h.tap(button);
  await h.press(h.getByRole("menuitem", { name: "Open" }), "Escape");
  await h.tap(button);
  await h.tap(button);
  await h.press(button, "ArrowDown");
  await h.tap(h.getByText("Other"));
  expect(reported).toEqual(["open", "cancel", "open", "cancel", "open", "cancel"]);
});

test("an item has a default height of 48, and a height of null fits its content", async () => {
  const h = mount(
    new PopupMenuButton({ items: [new PopupMenuItem({ content: new Text({ value: "a" }), height: null })] }),
  );
  expect(new PopupMenuItem().height).toBe(48);
  expect(h.documents()["3"]).toMatchObject({ $type: "PopupMenuItem", height: null });
});

test.each<[() => unknown, string]>([
  [() => new PopupMenuButton({ items: [new Text()] as never }), "PopupMenuButton.items"],
  [() => new PopupMenuButton({ menuPosition: "left" as never }), 'must be one of "over" | "under", not "left"'],
  [
    () => new PopupMenuButton({ popupAnimationStyle: { curve: "fast" as never } }),
    "PopupMenuButton.popupAnimationStyle.curve",
  ],
  [() => new PopupMenuItem({ checked: "yes" as never }), 'PopupMenuItem.checked must be true or false, not "yes".'],
])("a wrong value is refused with an error that lists what is expected", (make, text) => {
  expect(make).toThrow(text);
});
