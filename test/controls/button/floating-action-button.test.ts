import { FloatingActionButton, type FloatingActionButtonProps, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("a FloatingActionButton has the role button, named by its content or else by its tooltip", async () => {
  const clicked: unknown[] = [];
  const onClick = ({ control }: { control: FloatingActionButton }) => void clicked.push(control.icon);
  await using h = mount((page) =>
    page.add(
      new FloatingActionButton({ icon: "add", tooltip: "Add", onClick }),
      new FloatingActionButton({ icon: "edit", content: "Write", tooltip: "A letter", onClick }),
      new FloatingActionButton({ icon: new Text({ value: "7" }), mini: true, onClick }),
    ),
  );
  await h.tap(h.getByRole("button", { name: "Add" }));
  await h.tap(h.getByRole("button", { name: "Write" }));
  expect(clicked).toEqual(["add", "edit"]);
  expect(h.getByRole("button", { name: "7" })).toMatchObject({ mini: true, elevation: null });
});

test.each<[object, string]>([
  [{ hoverElevation: -1 }, "FloatingActionButton.hoverElevation must be at least 0, not -1."],
  [{ content: 7 }, "FloatingActionButton.content must be a control, a string or null, not 7."],
  [
    { shape: { type: "square" } },
    'FloatingActionButton.shape.type must be one of "roundedRectangle" | "stadium" | "circle", not "square".',
  ],
])("a wrong value is refused with an error that lists what is expected: %j", (props, text) => {
  expect(() => new FloatingActionButton(props as FloatingActionButtonProps)).toThrow(text);
});
