import { Column, type Control, each, state, Text } from "runlet";
import { map, merge, tap } from "rxjs";
import { monospace } from "./parts.ts";
import { eventNames } from "./properties.ts";

/** Largest number of events in the list. */
const MAX_EVENTS = 30;

interface Happened {
  readonly id: number;
  readonly name: string;
  readonly data: string;
}

/** Returns a live list of a control's events, the newest first. */
export function eventList(control: Control): Control {
  const happened = state<readonly Happened[]>([]);
  const names = eventNames(control);
  let count = 0;
  const list = new Column({
    spacing: 4,
    horizontalAlignment: "stretch",
    controls: each(
      happened,
      ({ id }) => id,
      (event$) => new Text({ ...monospace, value: event$.pipe(map(({ name, data }) => `${name} ${data}`)) }),
    ),
  });
  const events$ = merge(
    ...names.map((name) => control.events(name as never).pipe(map(({ data }) => ({ name, data })))),
  );
  list.effect(
    events$.pipe(
      tap(({ name, data }) => {
        const event = { id: ++count, name, data: data === undefined ? "" : JSON.stringify(data) };
        happened.set([event, ...happened.value].slice(0, MAX_EVENTS));
      }),
    ),
  );
  const hint = names.length === 0 ? "It has no events of its own." : `Try it. Its events: ${names.join(", ")}.`;
  return new Column({
    horizontalAlignment: "stretch",
    controls: [new Text({ value: hint, themeStyle: "bodySmall", color: "onsurfacevariant" }), list],
  });
}
