import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { OutlinedButton } from "../../src/controls/outlined-button.ts";

test("An OutlinedButton reads its defaults and sends none of them", async () => {
  const button = new OutlinedButton();
  await using h = mount(button);
  expect(button).toMatchObject({
    content: null,
    icon: null,
    iconColor: null,
    style: null,
    autofocus: false,
    clipBehavior: "none",
  });
  expect(h.documents()["2"]).toEqual({ $type: "OutlinedButton" });
});

test("it is a button and says so when it is clicked", async () => {
  const clicked: unknown[] = [];
  const button = new OutlinedButton({ content: "More", onClick: ({ control }) => void clicked.push(control) });
  await using h = mount(button);
  await h.fire(h.getByRole("button", { name: "More" }), "click");
  expect(clicked).toEqual([button]);
});

test("a wrong value says what would be right", () => {
  expect(() => new OutlinedButton({ iconColor: 7 as never })).toThrow(
    /^OutlinedButton\.iconColor must be a colour: .*, not 7\.$/,
  );
  expect(() => new OutlinedButton({ bgcolor: "red" } as object)).toThrow(
    /^OutlinedButton\.bgcolor: OutlinedButton has no such property/,
  );
});
