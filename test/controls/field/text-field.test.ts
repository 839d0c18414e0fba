import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { TextField, type TextFieldProps } from "../../../src/controls/field/text-field.ts";

test("an empty TextField reads its defaults and sends none of them", async () => {
  const field = new TextField();
  await using h = mount(field);
  expect(field).toMatchObject({
    value: "",
    selection: null,
    keyboardType: "text",
    multiline: false,
    maxLength: null,
    readOnly: false,
    autocorrect: true,
    showCursor: true,
    label: null,
    error: null,
    prefixIcon: null,
    border: "outline",
    filled: null,
  });
  expect(h.documents()["2"]).toEqual({ $type: "TextField" });
});

test("what is typed and marked is the value and the selection", async () => {
  const received: unknown[] = [];
  const field = new TextField({
    label: "Name",
    onChange: ({ data }) => void received.push(data),
    onSubmit: ({ data }) => void received.push(data),
    onSelectionChange: ({ data }) => void received.push(data),
  });
  await using h = mount(field);
  expect(h.getByRole("textbox", { name: "Name" })).toBe(field);
  const selection = { baseOffset: 0, extentOffset: 2 };
  await h.write(field, { value: "Ada", selection });
  await h.fire(field, "change", "Ada");
  await h.fire(field, "submit", "Ada");
  await h.fire(field, "selectionChange", { selectedText: "Ad", selection });
  expect(field).toMatchObject({ value: "Ada", selection });
  expect(received).toEqual(["Ada", "Ada", { selectedText: "Ad", selection }]);
});

describe("what the client may not write is refused, and it shows the server's value again", () => {
  test.each<[TextFieldProps, object, string]>([
    [{ readOnly: true }, { value: "b" }, "Page > TextField[0].value is read-only: the client's write was refused."],
    [
      { maxLength: 3 },
      { value: "four" },
      "TextField[0].value has a maxLength of 3, and 4 characters were entered: the client's write was refused.",
    ],
    [{}, { value: 7 }, "TextField[0].value must be a string, not 7: the client's write was refused."],
    [{}, { selection: { baseOffset: -1, extentOffset: 0 } }, ".selection.baseOffset must be at least 0, not -1"],
    [
      {},
      { label: "Password again" },
      'can be set by the app only: the client\'s write of "Password again" was refused.',
    ],
  ])("%j %j", async (props, written, text) => {
    const field = new TextField({ value: "a", ...props });
    await using h = mount(field);
    await expect(h.write(field, written as never)).rejects.toThrow(text);
    expect(field.value).toBe("a");
    expect(h.documents()["2"]).toMatchObject({ value: "a" });
  });
});

test("the app may set what the person may not", () => {
  const field = new TextField({ maxLength: 3, readOnly: true });
  field.value = "long enough";
  expect(field.value).toBe("long enough");
});

test("a maxLength of -1 takes any length", async () => {
  const field = new TextField({ maxLength: -1 });
  await using h = mount(field);
  await h.write(field, { value: "x".repeat(1000) });
  expect(field.value).toHaveLength(1000);
});

test("lines that contradict each other are told", async () => {
  const errors: unknown[] = [];
  await using _ = mount((page) => {
    page.onError = ({ error }) => void errors.push((error as Error).message);
    page.add(new TextField({ multiline: true, minLines: 5, maxLines: 3 }));
  });
  expect(errors).toEqual(["Page > TextField[0].minLines must be at most maxLines, which is 3, not 5."]);
});

test("words are sent as HTML and CSS have them", async () => {
  await using h = mount(new TextField({ autofillHints: "newPassword", mouseCursor: "forbidden" }));
  expect(h.documents()["2"]).toEqual({ $type: "TextField", autofillHints: "new-password", mouseCursor: "not-allowed" });
});

describe("a wrong value says what would be right", () => {
  test.each<[object, string | RegExp]>([
    [{ maxLength: 0 }, "TextField.maxLength must be at least 1, or -1 for any length, not 0."],
    [{ maxLength: -2 }, "TextField.maxLength must be at least -1, not -2."],
    [{ minLines: 0 }, "TextField.minLines must be at least 1, not 0."],
    [{ value: null }, "TextField.value must be a string, not null."],
    [{ suffixIcon: "an eye" }, /^TextField\.suffixIcon must be .*, not "an eye"\.$/],
    [
      { sizeConstraints: { minWidth: 9, maxWidth: 8 } },
      "TextField.sizeConstraints.maxWidth must be at least minWidth, which is 9, not 8.",
    ],
    [{ inputFilter: { regexString: "[" } }, 'TextField.inputFilter.regexString must be a regular expression, not "[".'],
    [{ inputFilter: {} }, "TextField.inputFilter.regexString is missing."],
    [{ autofillHints: "pet" }, /^TextField\.autofillHints must be one of "addressCity" \| .*, not "pet"\.$/],
  ])("%j", (props, text) => {
    expect(() => new TextField(props as TextFieldProps)).toThrow(text);
  });
});
