import { OutlinedButton, TextButton } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

describe.each([
  ["OutlinedButton", OutlinedButton],
  ["TextButton", TextButton],
])("%s", (type, QuietButton) => {
  test("reads its defaults and sends none of them", async () => {
    const button = new QuietButton();
    await using h = mount(button);
    const defaults = {
      content: null,
      icon: null,
      iconColor: null,
      style: null,
      autofocus: false,
      clipBehavior: "none",
    };
    expect(button).toMatchObject(defaults);
    expect(h.documents()["2"]).toEqual({ $type: type });
  });

  test("is a button and says so when it is clicked", async () => {
    const clicked: unknown[] = [];
    const button = new QuietButton({ content: "More", onClick: ({ control }) => void clicked.push(control) });
    await using h = mount(button);
    await h.fire(h.getByRole("button", { name: "More" }), "click");
    expect(clicked).toEqual([button]);
  });

  test("says of a wrong value what would be right", () => {
    expect(() => new QuietButton({ iconColor: 7 as never })).toThrow(`${type}.iconColor must be a color: `);
    expect(() => new QuietButton({ bgcolor: "red" } as object)).toThrow(
      `${type}.bgcolor: ${type} has no such property`,
    );
  });
});
