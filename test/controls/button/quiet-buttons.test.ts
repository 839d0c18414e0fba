import { OutlinedButton, TextButton } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

describe.each([
  ["OutlinedButton", OutlinedButton],
  ["TextButton", TextButton],
])("%s", (type, QuietButton) => {
  test("has its defaults and sends none of them", async () => {
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

  test("has the role button and emits click", async () => {
    const clicked: unknown[] = [];
    const button = new QuietButton({ content: "More", onClick: ({ control }) => void clicked.push(control) });
    await using h = mount(button);
    await h.fire(h.getByRole("button", { name: "More" }), "click");
    expect(clicked).toEqual([button]);
  });

  test("refuses a wrong value with an error that lists what is expected", () => {
    expect(() => new QuietButton({ iconColor: 7 as never })).toThrow(`${type}.iconColor must be a color such as `);
    expect(() => new QuietButton({ bgcolor: "red" } as object)).toThrow(
      `${type}.bgcolor: ${type} has no such property`,
    );
  });
});
