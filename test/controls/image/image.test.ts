import { Container, Image, type ImageSource } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1"/></svg>';
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function sent(src: ImageSource): Promise<unknown> {
  const image = new Image({ src });
  await using h = mount(image);
  return Reflect.get(h.documents()[image.id] ?? {}, "src");
}

test("a source can be a URL, SVG, base64 or bytes, and is sent as a URL", async () => {
  for (const address of ["/logo.png", "logo.png", "https://example.com/a.jpg", "data:image/png;base64,AAAA"]) {
    expect(await sent(address)).toBe(address);
  }
  expect(await sent(svg)).toBe(`data:image/svg+xml,${encodeURIComponent(svg)}`);
  expect(await sent(`<?xml version="1.0"?>\n<!-- drawn -->\n${svg}`)).toMatch(/^data:image\/svg\+xml,/);
  expect(await sent(png)).toBe(`data:image/png;base64,${png}`);
  expect(await sent(Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0)))).toBe(`data:image/png;base64,${png}`);
});

test("a source that is not an image is refused", () => {
  expect(() => new Image({ src: "javascript:alert(1)" })).toThrow(/Image\.src must be a path/);
  expect(() => new Image({ src: "data:text/html,<b>" })).toThrow(/Image\.src must be a path/);
  expect(() => new Image({ src: new Uint8Array([1, 2, 3]) })).toThrow("Image.src is not in an image format");
  expect(() => new Image({ src: 1 as never })).toThrow(/Image\.src must be an address/);
});

test("the background image of a container accepts the same sources", async () => {
  const container = new Container({ image: { src: svg } });
  await using h = mount(container);
  const src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  expect(h.documents()[container.id]).toMatchObject({ image: { src } });
});
