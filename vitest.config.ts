import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const alias = [
  { find: /^runlet$/, replacement: source("index.ts") },
  { find: /^runlet\/(spec|testing|transport|server|client)$/, replacement: source("$1/index.ts") },
];

/**
 * Tests that need a process of their own: they measure its memory, block its event loop, look at all of its log, or
 * use many real sockets and child processes.
 */
const ISOLATED = ["test/{attacks,cli,network,server}/**/*.test.ts", "test/{dist,guides,docs,scaffold}.test.ts"];
const E2E = "test/e2e/**/*.test.ts";

/** A hang ends here. It is no measure of speed: a busy machine may take many times as long as a quiet one. */
const testTimeout = 120_000;
const hookTimeout = testTimeout;

const config: ViteUserConfig = defineConfig({
  resolve: { alias },
  test: {
    // Its files import each other without extensions, which Node cannot resolve but a bundler can.
    server: { deps: { inline: ["@material/material-color-utilities"] } },
    maxWorkers: 2,
    expect: { poll: { timeout: 60_000, interval: 10 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...ISOLATED, E2E],
          // One module graph for all files of a worker: to import it again for each file takes five times as long.
          isolate: false,
          testTimeout,
          hookTimeout,
        },
      },
      { extends: true, test: { name: "isolated", include: ISOLATED, testTimeout, hookTimeout } },
      {
        extends: true,
        test: {
          name: "e2e",
          include: [E2E],
          isolate: false,
          globalSetup: "test/support/browser-server.ts",
          setupFiles: "test/support/close-contexts.ts",
          testTimeout,
          hookTimeout,
        },
      },
    ],
  },
});

export default config;
