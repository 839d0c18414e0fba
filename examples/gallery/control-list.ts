import { Column, Container, type Control, each, type State, state, Text, TextButton, TextField } from "runlet";
import { map, type Observable } from "rxjs";
import type { Example } from "./app.ts";
import { GROUPS, type Sample } from "./sample.ts";

/** A link to a control by its type, or to an app by its URL. */
interface Entry {
  readonly name: string;
  readonly url?: string;
}

interface Group {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Returns the list of all controls and examples by group, with a search field. */
export function controlList(
  samples: readonly Sample[],
  examples: readonly Example[],
  chosen: State<string | null>,
): Control {
  const search = state("");
  const groups: readonly Group[] = [
    ...GROUPS.map((name) => ({
      name,
      entries: samples.filter(({ group }) => group === name).map(({ kind }) => ({ name: kind.spec.type })),
    })),
    { name: "Examples", entries: examples.map(({ name, title }) => ({ name: title, url: `/${name}/` })) },
  ];
  const found$ = search.select((text) => {
    const word = text.trim().toLowerCase();
    return groups
      .map(({ name, entries }) => ({
        name,
        entries: entries.filter((entry) => entry.name.toLowerCase().includes(word)),
      }))
      .filter(({ entries }) => entries.length > 0);
  });
  return new Column({
    spacing: 8,
    horizontalAlignment: "stretch",
    controls: [
      new Container({
        padding: { left: 12, right: 12, top: 4 },
        content: new TextField({ label: "Search", dense: true, value: search }),
      }),
      new Column({
        expand: true,
        scroll: "auto",
        spacing: 8,
        horizontalAlignment: "stretch",
        controls: each(
          found$,
          ({ name }) => name,
          (found$, name) => {
            const { entries } = groups.find((one) => one.name === name) as Group;
            return group(String(name), entries, found$, chosen);
          },
        ),
      }),
    ],
  });
}

function group(name: string, entries: readonly Entry[], found$: Observable<Group>, chosen: State<string | null>) {
  return new Column({
    spacing: 0,
    horizontalAlignment: "stretch",
    controls: [
      new Text({ value: name, themeStyle: "labelLarge", color: "primary", margin: { left: 24, top: 8, bottom: 4 } }),
      new Column({
        spacing: 0,
        horizontalAlignment: "stretch",
        controls: each(
          found$.pipe(map((found) => found.entries)),
          (entry) => entry.name,
          (_, key) => link(entries.find((entry) => entry.name === key) as Entry, chosen),
        ),
      }),
    ],
  });
}

function link({ name, url }: Entry, chosen: State<string | null>) {
  return new TextButton({
    margin: { left: 12, right: 12 },
    content: name,
    style: chosen.select((type) => ({
      alignment: { x: -1, y: 0 },
      color: type === name ? "onsecondarycontainer" : "onsurfacevariant",
      ...(type === name && { bgcolor: "secondarycontainer" }),
    })),
    ...(url === undefined ? { onClick: () => chosen.set(name) } : { url }),
  });
}
