import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import pkg from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
import { resolveOptions } from "../../src/server/options.ts";
import type { BuiltRow } from "./row.ts";

interface Package {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Oldest versions without a known vulnerability. */
const FLOORS: { readonly [name: string]: string } = {
  ws: "8.21.1",
  hono: "4.13.0",
  "fast-json-patch": "3.1.1",
  immer: "11.0.0",
};
/** Packages with an install script: esbuild, which tsx needs, checks that its binary fits the machine. */
const INSTALL_SCRIPTS = ["esbuild"];

const packages = Object.entries(lock.packages as unknown as { readonly [path: string]: Package }).filter(
  ([path]) => path !== "",
);

function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((each) => each.split(".").map(Number)) as [number[], number[]];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 || (a[at] as number) > (b[at] as number);
}

/** Patterns that no source file may contain: predictable random numbers, and text that becomes code or HTML. */
const FORBIDDEN = [
  /\bMath\s*\.\s*random\b/,
  /(?<![.\w])eval\s*\(/,
  /\bnew\s+Function\b/,
  /\b(?:inner|outer)HTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bdocument\s*\.\s*write/,
];

/** Returns a source file without its comments. */
function code(path: string): string {
  return readFileSync(path, "utf8").replace(/\/\*.*?\*\/|(?<!:)\/\/.*$/gms, "");
}

export const supply: readonly BuiltRow[] = [
  {
    id: "L08",
    what: "no dependency has a version with a known vulnerability, in the lockfile or in package.json, and Node 20.19 is the minimum",
    run() {
      for (const [name, floor] of Object.entries(FLOORS)) {
        const found = packages.filter(([path]) => path.endsWith(`node_modules/${name}`));
        expect(found.length).toBeGreaterThan(0);
        for (const [path, { version }] of found) expect([path, isAtLeast(version, floor)]).toEqual([path, true]);
        expect(isAtLeast(pkg.dependencies[name as "ws"].replace("^", ""), floor)).toBe(true);
      }
      expect([isAtLeast("8.21.0", "8.21.1"), isAtLeast("8.21.1", "8.21.1"), isAtLeast("9.0.0", "8.21.1")]).toEqual([
        false,
        true,
        true,
      ]);
      expect(pkg.engines.node).toBe(">=20.19");
    },
  },
  {
    id: "L09",
    what: "each package in the lockfile has a hash and no URL, so that it comes unchanged from the registry, and only esbuild has an install script",
    run() {
      expect(packages.length).toBeGreaterThan(100);
      for (const [path, { resolved, integrity }] of packages) {
        // No package has a URL, so the npm configuration of the machine selects the registry.
        expect([path, resolved]).toEqual([path, undefined]);
        expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[\w+/=]{88}$/)]);
      }
      const scripts = packages.filter(([, { hasInstallScript, dev }]) => hasInstallScript === true && dev !== true);
      expect(scripts.map(([path]) => path.split("node_modules/").at(-1))).toEqual(INSTALL_SCRIPTS);
      expect(Object.keys(pkg.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
    },
  },
  {
    id: "L12",
    what: "a server without a configured host listens on 127.0.0.1 only",
    async run(attacked) {
      for (const environment of [{}, { DISPLAY: ":0" }, { RUNLET_SERVER_IP: "" }, { RUNLET_DEVELOPMENT: "true" }]) {
        expect(resolveOptions({}, environment).host).toBe("127.0.0.1");
      }
      expect(new URL(attacked.running.url).hostname).toBe("127.0.0.1");
      await expect(fetch(`http://127.0.0.3:${attacked.port}/`)).rejects.toThrow();
    },
  },
  {
    id: "L13",
    what: "no source file uses predictable random numbers, or text that becomes code or HTML",
    run() {
      const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
      expect(files.length).toBeGreaterThan(100);
      const found = files.flatMap((name) =>
        FORBIDDEN.filter((pattern) => pattern.test(code(join("src", name)))).map((each) => `${name}: ${each}`),
      );
      expect(found).toEqual([]);
      for (const text of ["eval(x)", "x.innerHTML = y", "Math.random()", "new Function(x)"]) {
        expect(FORBIDDEN.some((pattern) => pattern.test(text))).toBe(true);
      }
    },
  },
];
