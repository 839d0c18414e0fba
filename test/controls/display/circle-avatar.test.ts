import { CircleAvatar, RunletError } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("a radius together with bounds is reported, and so is minRadius above maxRadius", async () => {
  const avatar = new CircleAvatar({ radius: 30 });
  await using h = mount(avatar);
  const errors: unknown[] = [];
  h.page.onError = ({ error }) => void errors.push(error);
  avatar.minRadius = 10;
  avatar.update();
  expect(errors.map((error) => (error as RunletError).message)).toEqual([
    "Page > CircleAvatar[0].radius cannot be set together with minRadius or maxRadius.",
  ]);
  avatar.radius = null;
  avatar.maxRadius = 5;
  avatar.update();
  expect(errors[1]).toBeInstanceOf(RunletError);
  expect(String(errors[1])).toContain("minRadius must be at most maxRadius, which is 5, not 10");
});

test("onImageError reports which image could not be loaded", async () => {
  const received: unknown[] = [];
  const avatar = new CircleAvatar({
    content: "AB",
    foregroundImageSrc: "/a.png",
    onImageError: ({ data }) => void received.push(data),
  });
  await using h = mount(avatar);
  await h.fire(avatar, "imageError", "foreground");
  await expect(h.fire(avatar, "imageError", "middle")).rejects.toThrow(/must be one of "foreground" | "background"/);
  expect(received).toEqual(["foreground"]);
});
