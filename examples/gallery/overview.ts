import { Column, Container, type Control, ResponsiveRow, Text } from "runlet";
import type { Example } from "./app.ts";
import { heading } from "./parts.ts";
import { GROUPS, type Sample } from "./sample.ts";

/** Start page of the gallery: all controls and the examples. */
export function overview(
  samples: readonly Sample[],
  examples: readonly Example[],
  choose: (type: string) => void,
): Control {
  const groups = GROUPS.map((name) => ({ name, samples: samples.filter(({ group }) => group === name) }));
  return new Column({
    expand: true,
    scroll: "auto",
    horizontalAlignment: "stretch",
    controls: [
      new Container({
        padding: { left: 16, right: 16, top: 16, bottom: 32 },
        content: new Column({
          spacing: 24,
          horizontalAlignment: "stretch",
          controls: [
            hero(samples.length),
            section(
              "Examples",
              examples.map(({ name, title, says }) => card(title, says, { url: `/${name}/` })),
            ),
            ...groups
              .filter((group) => group.samples.length > 0)
              .map((group) =>
                section(
                  group.name,
                  group.samples.map(({ kind, says }) =>
                    card(kind.spec.type, says, { onClick: () => choose(kind.spec.type) }),
                  ),
                ),
              ),
          ],
        }),
      }),
    ],
  });
}

function hero(count: number) {
  return new Container({
    padding: 32,
    borderRadius: 28,
    bgcolor: "primarycontainer",
    content: new Column({
      spacing: 8,
      controls: [
        new Text({ value: "Controls that run on the server", themeStyle: "displaySmall", color: "onprimarycontainer" }),
        new Text({
          value: `${count} controls, each live: change its properties, see its code, watch its events. This page is built from them.`,
          themeStyle: "bodyLarge",
          color: "onprimarycontainer",
        }),
      ],
    }),
  });
}

function section(name: string, cards: readonly Control[]) {
  return new Column({
    spacing: 12,
    horizontalAlignment: "stretch",
    controls: [
      heading(name, "titleLarge"),
      new ResponsiveRow({ spacing: 12, runSpacing: 12, verticalAlignment: "stretch", controls: cards }),
    ],
  });
}

function card(title: string, says: string, leads: { readonly url: string } | { readonly onClick: () => void }) {
  return new Container({
    col: { xs: 12, sm: 6, md: 4, xl: 3 },
    padding: 16,
    borderRadius: 16,
    bgcolor: "surfacecontainer",
    ink: true,
    ...leads,
    content: new Column({
      spacing: 4,
      controls: [heading(title, "titleMedium"), new Text({ value: says, color: "onsurfacevariant" })],
    }),
  });
}
