import { type Page, run, Text } from "runlet";
import { map, take, timer } from "rxjs";

function countdown(page: Page, seconds: number) {
  return timer(0, 1000, page.loop).pipe(
    take(seconds + 1),
    map((gone) => clock(seconds - gone)),
  );
}

function clock(seconds: number) {
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

run((page: Page) => {
  page.add(new Text({ value: countdown(page, 120) }), new Text({ value: countdown(page, 60) }));
});
