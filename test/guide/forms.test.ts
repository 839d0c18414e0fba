import { Checkbox, type Control, Dropdown, FilledButton, ListTile, type TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";
import { example } from "./examples.ts";

type Class<A extends unknown[] = []> = new (...args: A) => Control;

async function open<A extends unknown[]>(page: string, name: string, ...args: A): Promise<Harness> {
  const module = await example<{ [name: string]: Class<A> }>(page, name);
  return mount(new (module[name] as Class<A>)(...args));
}

const field = (h: Harness, name: string) => h.getByRole("textbox", { name }) as TextField;

test("BookingForm: shows what is missing, and saves nothing", async () => {
  const saved: unknown[] = [];
  await using h = await open(
    "events-and-forms.md",
    "BookingForm",
    async (booking: unknown) => void saved.push(booking),
  );
  const button = h.getByType(FilledButton);
  expect(button.disabled).toBe(true);
  await h.tap(h.getByType(Checkbox));
  await h.clear(field(h, "Seats"));
  await h.type(field(h, "Seats"), "9a");
  await h.tap(button);
  expect(field(h, "Name").error).toBe("Please enter your name.");
  expect([field(h, "Seats").value, field(h, "Seats").error]).toEqual(["9", "We take 1 to 8 seats."]);
  expect(h.getByType(Dropdown).errorText).toBe("Please choose a day.");
  expect(saved).toEqual([]);
});

test("BookingForm: is disabled while it saves, and shows the result", async () => {
  let finish: () => void = () => {};
  const save = () => new Promise<void>((resolve) => (finish = resolve));
  await using h = await open("events-and-forms.md", "BookingForm", save);
  await h.tap(h.getByType(Checkbox));
  await h.type(field(h, "Name"), "Ada");
  await h.write(h.getByType(Dropdown), { value: "Friday" });
  await h.tap(h.getByType(FilledButton));
  expect(h.getByText("Saving …").isMounted).toBe(true);
  await expect(h.type(field(h, "Name"), "x")).rejects.toThrow("is disabled");
  finish();
  await h.flush();
  expect(h.getByText("Booked for Ada").isMounted).toBe(true);
  await h.type(field(h, "Name"), "x");
});

test("BookingForm: a save that fails leaves the form as it is", async () => {
  const save = () => Promise.reject(new Error("no answer"));
  await using h = await open("events-and-forms.md", "BookingForm", save);
  await h.tap(h.getByType(Checkbox));
  await h.type(field(h, "Name"), "Ada");
  await h.write(h.getByType(Dropdown), { value: "Friday" });
  await h.tap(h.getByType(FilledButton));
  expect(h.getByText("That did not work. Please try again.").isMounted).toBe(true);
  expect(field(h, "Name").value).toBe("Ada");
});

test("Contacts: adds, sorts, filters and deletes, and keeps the rows that stay", async () => {
  await using h = await open("lists.md", "Contacts");
  const titles = () => h.getAllByType(ListTile).map(({ title }) => title);
  for (const [name, city] of [
    ["Grace", "Arlington"],
    ["Ada", "London"],
    ["Alan", "Wilmslow"],
  ] as const) {
    await h.type(field(h, "Name"), name);
    await h.type(field(h, "City"), `${city}\n`);
  }
  expect(titles()).toEqual(["Ada", "Alan", "Grace"]);
  const [ada] = h.getAllByType(ListTile);
  await h.write(h.getByRole("combobox", { name: "Sort by" }), { value: "city" });
  expect(titles()).toEqual(["Grace", "Ada", "Alan"]);
  expect(h.getAllByType(ListTile)[1]).toBe(ada);
  await h.type(field(h, "Search"), "A");
  expect(titles()).toEqual(["Grace", "Ada", "Alan"]);
  await h.type(field(h, "Search"), "l");
  expect(titles()).toEqual(["Alan"]);
  expect(h.getByText("1 shown").isMounted).toBe(true);
  await h.clear(field(h, "Search"));
  const [first] = h.getAllByRole("button", { name: "Delete" });
  await h.tap(first as Control);
  expect(titles()).toEqual(["Ada", "Alan"]);
});
