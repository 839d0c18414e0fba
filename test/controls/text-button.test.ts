import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { TextButton } from "../../src/controls/text-button.ts";

test("A TextButton reads its defaults and sends none of them", async () => {
  const button = new TextButton();
  await using h = mount(button);
  expect(button).toMatchObject({
    content: null,
    icon: null,
    iconColor: null,
    style: null,
    autofocus: false,
    clipBehavior: "none",
  });
  expect(h.documents()["2"]).toEqual({ $type: "TextButton" });
});

test("it is a button and says so when it is clicked", async () => {
  const clicked: unknown[] = [];
  const button = new TextButton({ content: "More", onClick: ({ control }) => void clicked.push(control) });
  await using h = mount(button);
  await h.fire(h.getByRole("button", { name: "More" }), "click");
  expect(clicked).toEqual([button]);
});

test("a wrong value says what would be right", () => {
  expect(() => new TextButton({ iconColor: 7 as never })).toThrow(
    /^TextButton\.iconColor must be a colour: .*, not 7\.$/,
  );
  expect(() => new TextButton({ bgcolor: "red" } as object)).toThrow(
    /^TextButton\.bgcolor: TextButton has no such property/,
  );
});
