import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const alias = [
  { find: /^runlet$/, replacement: source("index.ts") },
  { find: /^runlet\/(testing|transport|server|client)$/, replacement: source("$1/index.ts") },
];

const config: ViteUserConfig = defineConfig({
  resolve: { alias },
  test: {
    // It names its own files without their extension, which only a bundler finds.
    server: { deps: { inline: ["@material/material-color-utilities"] } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
        },
      },
      {
        extends: true,
        test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});

export default config;
