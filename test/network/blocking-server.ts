/** A server of its own process, with a button that blocks it. Arguments: the limits as JSON. */
import { writeSync } from "node:fs";
import { Button, Text } from "../../src/index.ts";
import { serve } from "../../src/server/index.ts";

let clicks = 0;

function block(): void {
  writeSync(1, "blocked\n");
  const end = performance.now() + Number(process.argv[3]);
  while (performance.now() < end);
  writeSync(1, "free\n");
}

const app = await serve(
  (page) => {
    const clicked = new Text({ value: "0" });
    page.add(
      new Button({ content: "block", onClick: block }),
      new Button({ content: "count", onClick: () => (clicked.value = String(++clicks)) as never }),
      clicked,
      new Button({ content: "large", onClick: () => page.add(new Text({ value: "x".repeat(8 * 1024 * 1024) })) }),
    );
  },
  {
    port: 0,
    host: "127.0.0.1",
    log: { info() {}, warn() {}, error() {} },
    limits: JSON.parse(process.argv[2] as string) as object,
  },
);
writeSync(1, `port ${app.port}\n`);
