// A custom control: its class on the server, and its renderer in the browser, which wraps a web component of a package.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Button, Column, type Page, Row, run, state, Text } from "runlet";
import { RelativeTime } from "./relative-time/control.ts";

// A package would contain this file already built. `runlet/client` is not bundled, because the page provides it.
const renderer = fileURLToPath(new URL("../dist/examples/relative-time.js", import.meta.url));
mkdirSync(fileURLToPath(new URL("../dist/examples", import.meta.url)), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL("./relative-time/renderer.ts", import.meta.url))],
  outfile: renderer,
  bundle: true,
  minify: true,
  format: "esm",
  external: ["runlet/client"],
  tsconfigRaw: {},
});

const MINUTE = 60_000;

run(
  (page: Page) => {
    page.title = "Times";
    const minutes = state(3);
    const said = state("Nothing has changed yet.");
    page.add(
      new Column({
        controls: [
          new Row({
            controls: [
              new Text({ value: "Saved" }),
              new RelativeTime({
                when: minutes.select((ago) => new Date(page.now() - ago * MINUTE).toISOString()),
                onUpdate: ({ data }) => said.set(`It now says: ${data}`),
              }),
            ],
          }),
          new Row({
            controls: [
              new Button({ content: "An hour earlier", onClick: () => minutes.set(minutes.value + 60) }),
              new Button({ content: "Just now", onClick: () => minutes.set(0) }),
            ],
          }),
          new Text({ value: said }),
        ],
      }),
    );
  },
  { clientModules: [renderer] },
);
