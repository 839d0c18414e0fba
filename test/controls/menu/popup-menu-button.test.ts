import { PopupMenuButton, type PopupMenuButtonProps, PopupMenuItem, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

/** A menu of three, one of them ticked, and all that the app is events, in order. */
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

test("an item is picked in the open menu, tells so itself, and closes the menu", async () => {
  const { h, events: reported, tap } = menu();
  await h.tap(h.getByRole("button", { name: "More" }));
  await tap("Open");
  expect(reported).toEqual(["open", ["click", "Open", undefined], ["select", 0]]);
  await expect(tap("Open")).rejects.toThrow("is in a closed menu: tap the control that opens it first");
});

test("an item that is ticked says what it is to be; the app sets it", async () => {
  const { h, button, events: reported, tap } = menu();
  await h.tap(button);
  await tap("Hidden files");
  expect(reported.slice(1)).toEqual([
    ["click", "Hidden files", false],
    ["select", 2],
  ]);
  expect(button.items[2]?.checked).toBe(true);
});

test("Escape, the button, and a press elsewhere close it without a choice", async () => {
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

test("an item may be wordless, and be as high as it needs", async () => {
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
])("of a wrong value it says what would be right", (make, text) => {
  expect(make).toThrow(text);
});
