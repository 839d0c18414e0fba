import { ProgressBar, Slider } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Timer } from "../../../examples/7guis/timer.ts";

test("the timer runs up to a duration that can change meanwhile, and can be reset", async () => {
  await using h = mount(new Timer());
  const share = () => h.getByType(ProgressBar).value;
  await h.advance(4000);
  expect(share()).toBe(0.4);
  await h.write(h.getByType(Slider), { value: 20 });
  expect(share()).toBe(0.2);
  await h.write(h.getByType(Slider), { value: 2 });
  await h.advance(5000);
  expect(share()).toBe(1);
  expect(h.getByText("4.0 s").isMounted).toBe(true);
  // A longer duration lets the timer continue.
  await h.write(h.getByType(Slider), { value: 5 });
  await h.advance(10_000);
  expect(h.getByText("5.0 s").isMounted).toBe(true);
  await h.tap(h.getByRole("button", { name: "Reset" }));
  await h.advance(1000);
  expect(share()).toBe(0.2);
});
