import { Badge, Control, FilledButton, Icon, Row, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("every control accepts a badge: a text, a dot or a Badge", async () => {
  const icon = new Icon({ name: "mail", badge: "3" });
  const button = new FilledButton({ content: "Go", badge: new Badge({ label: "new", bgcolor: "tertiary" }) });
  const row = new Row({ controls: [icon, button], badge: "" });
  await using h = mount(row);
  expect(h.documents()[icon.id]).toEqual({ $type: "Icon", name: "mail", badge: "3" });
  expect(h.documents()[row.id]).toMatchObject({ badge: "" });
  const badge = button.badge as Badge;
  expect(h.documents()[button.id]).toMatchObject({ $slots: { badge: badge.id } });
  expect(h.documents()[badge.id]).toEqual({ $type: "Badge", label: "new", bgcolor: "tertiary" });
  button.badge = "4";
  h.page.update();
  expect(badge.isMounted).toBe(false);
  expect(h.documents()[button.id]).toMatchObject({ badge: "4" });
});

test("a badge that is another control is refused", () => {
  expect(() => new Text({ badge: new Text() })).toThrow("Text.badge must be a Badge, not a Text.");
  expect(() => new Text({ badge: 3 as never })).toThrow("Text.badge must be a control, a string or null, not 3.");
});

test("build() of a custom control keeps its badge", async () => {
  class Card extends Control {
    override build() {
      return [new Text({ value: "in it" })];
    }
  }
  const card = new Card({ badge: new Badge({ label: "1" }) });
  await using h = mount(card);
  expect(h.getByText("in it")).toBeDefined();
  expect(card.badge).toBeInstanceOf(Badge);
});
