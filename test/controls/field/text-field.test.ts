import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { TextField, type TextFieldProps } from "../../../src/controls/field/text-field.ts";

test("a TextField without properties has its defaults and sends none of them", async () => {
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

test("typed and selected text becomes the value and the selection", async () => {
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

describe("a write that is refused leaves the server's value in the client", () => {
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

test("the app can set a value that is refused from a client", () => {
  const field = new TextField({ maxLength: 3, readOnly: true });
  field.value = "long enough";
  expect(field.value).toBe("long enough");
});

test("a maxLength of -1 allows any length", async () => {
  const field = new TextField({ maxLength: -1 });
  await using h = mount(field);
  await h.write(field, { value: "x".repeat(1000) });
  expect(field.value).toHaveLength(1000);
});

test("minLines above maxLines is reported", async () => {
  const errors: unknown[] = [];
  await using _ = mount((page) => {
    page.onError = ({ error }) => void errors.push((error as Error).message);
    page.add(new TextField({ multiline: true, minLines: 5, maxLines: 3 }));
  });
  expect(errors).toEqual(["Page > TextField[0].minLines must be at most maxLines, which is 3, not 5."]);
});

test("autofill hints and mouse cursors are sent as values of HTML and CSS", async () => {
  await using h = mount(new TextField({ autofillHints: "newPassword", mouseCursor: "forbidden" }));
  expect(h.documents()["2"]).toEqual({ $type: "TextField", autofillHints: "new-password", mouseCursor: "not-allowed" });
});

describe("a wrong value is refused with an error that lists what is expected", () => {
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
    [{ inputFilter: {} }, "TextField.inputFilter.regexString is missing: it must be a string."],
    [{ autofillHints: "pet" }, /^TextField\.autofillHints must be one of .* \| … \(57 in all\), not "pet"\.$/],
  ])("%j", (props, text) => {
    expect(() => new TextField(props as TextFieldProps)).toThrow(text);
  });
});
