import { FilledIconButton, FilledTonalIconButton, IconButton, type IconButtonProps, OutlinedIconButton } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

describe.each([
  ["IconButton", IconButton],
  ["FilledIconButton", FilledIconButton],
  ["FilledTonalIconButton", FilledTonalIconButton],
  ["OutlinedIconButton", OutlinedIconButton],
])("%s", (type, ButtonClass) => {
  test("has the role button, named by its tooltip, and emits click", async () => {
    const button = new ButtonClass({ icon: "favorite", tooltip: "Like", selected: false, onClick: toggle });
    function toggle(): void {
      button.selected = button.selected !== true;
    }
    await using h = mount(button);
    expect(button).toBeInstanceOf(IconButton);
    await h.tap(h.getByRole("button", { name: "Like" }));
    expect(h.documents()["2"]).toMatchObject({ $type: type, icon: "favorite", selected: true });
    await h.press(button, "Enter");
    expect(button.selected).toBe(false);
  });

  test("calls the client to take the focus", async () => {
    const button = new ButtonClass();
    await using h = mount(button);
    await Promise.all([button.focus(), h.flush()]);
    expect(h.takeCalls()).toEqual([{ control: button, method: "focus", args: undefined }]);
  });
});

test.each<[object, string | RegExp]>([
  [{ icon: "Star Border" }, /^IconButton\.icon must be the name of an icon.*"Star Border"/],
  [{ selected: "yes" }, 'IconButton.selected must be true or false, not "yes".'],
  [{ splashRadius: 0 }, "IconButton.splashRadius must be at least 1, not 0."],
  [
    { sizeConstraints: { minWidth: 50, maxWidth: 40 } },
    "IconButton.sizeConstraints.maxWidth must be at least minWidth, which is 50, not 40.",
  ],
  [
    { sizeConstraints: { minHeight: 9, maxHeight: 8 } },
    "IconButton.sizeConstraints.maxHeight must be at least minHeight, which is 9, not 8.",
  ],
])("a wrong value is refused with an error that lists what is expected: %j", (props, text) => {
  expect(() => new IconButton(props as IconButtonProps)).toThrow(text);
});
