import { Switch } from "runlet";
import { expect, test, vi } from "vitest";
import { openApp } from "./open.ts";

/** What an app heard, in order. */
function listener() {
  const heard: unknown[] = [];
  const on =
    (event: string) =>
    ({ data }: { data: unknown }) =>
      void heard.push(data === undefined ? event : [event, data]);
  return { heard, on };
}

test("a switch flips by pointer, Space and Enter, and tells of the keyboard", async () => {
  const { heard, on } = listener();
  const wifi = new Switch({ label: "Wi-Fi", onChange: on("change"), onFocus: on("focus"), onBlur: on("blur") });
  const { tab, problems } = await openApp((page) => page.add(wifi));
  const field = tab.getByRole("switch", { name: "Wi-Fi" });
  await tab.getByText("Wi-Fi").click();
  expect(await field.isChecked()).toBe(true);
  await field.press("Space");
  await field.press("Enter");
  await tab.keyboard.press("Tab");
  await vi.waitFor(() =>
    expect(heard).toEqual(["focus", ["change", true], ["change", false], ["change", true], "blur"]),
  );
  wifi.value = false;
  await vi.waitFor(async () => expect(await field.isChecked()).toBe(false));
  wifi.disabled = true;
  await vi.waitFor(async () => expect(await field.isDisabled()).toBe(true));
  expect(heard).toHaveLength(5);
  expect(problems).toEqual([]);
});
