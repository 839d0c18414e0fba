import { AppBar, type Control, Text, View } from "runlet";
import { loadSamples } from "../../../examples/gallery/sample.ts";

/** Functions that make a sample of a control, by a name such as `Switch: colors`. */
export type Makers = ReadonlyMap<string, () => Control>;

/** Returns the gallery's samples of all controls, with and without the parents that they need. */
export async function loadMakers(): Promise<Makers> {
  const makers = new Map<string, () => Control>();
  for (const { kind, make, around, states } of await loadSamples()) {
    const { type } = kind.spec;
    makers.set(`${type}: large`, around === undefined ? make : () => around(make()));
    if (around !== undefined) makers.set(`${type}: bare`, make);
    for (const [name, state] of Object.entries(states)) makers.set(`${type}: ${name}`, state);
  }
  makers.set(
    "View: bare",
    () => new View({ appbar: new AppBar({ title: "View" }), controls: [new Text({ value: "In a view" })] }),
  );
  return makers;
}

/** Returns the type of control that a sample is about. */
export function typeOfSample(name: string): string {
  return name.slice(0, name.indexOf(":"));
}
