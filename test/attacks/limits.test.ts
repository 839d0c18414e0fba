import { expect, onTestFinished, test } from "vitest";
import { defaultLimits } from "../../src/core/link/limits.ts";
import { isSoak } from "../support/measurements.ts";
import { rawHttp } from "../support/raw-client.ts";
import { AttackedServer } from "./attacked-server.ts";
import { ofConnections } from "./limits-connections.ts";
import { ofMemory } from "./limits-memory.ts";
import { ofMessages } from "./limits-messages.ts";
import { ofRates } from "./limits-rates.ts";
import { ofResumes } from "./limits-resumes.ts";
import { ofSockets } from "./limits-sockets.ts";

const rows = [...ofMessages, ...ofRates, ...ofResumes, ...ofConnections, ...ofMemory, ...ofSockets];

test.each(rows)("the limit $name is exactly $max", async (row) => {
  const { max, allows, at = true } = row;
  const found = [await allows(max - 1), await allows(max), await allows(max + 1)];
  expect(found).toEqual([true, at, false]);
});

// The timeout of ten seconds cannot be configured, so the test takes that long.
test.runIf(isSoak)(
  "a request with incomplete headers is answered with 408 after ten seconds",
  { timeout: 30_000 },
  async () => {
    const attacked = await AttackedServer.start();
    onTestFinished(() => attacked.close());
    const start = performance.now();
    const answers = ["", "GET / HTTP/1.1\r\nHost: localhost\r\nX: "].map((text) =>
      rawHttp({ port: attacked.port, text, ms: 20_000 }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([408, 408]);
    expect(performance.now() - start).toBeGreaterThan(9900);
    expect(performance.now() - start).toBeLessThan(13_000);
    await attacked.check();
  },
);

test("every limit has a row", () => {
  const names = rows.map(({ name }) => name as string).filter((name) => !name.startsWith("("));
  expect(names.sort()).toEqual(Object.keys(defaultLimits).sort());
});
