import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { transform } from "esbuild";

/** Names of the files that `buildFonts` wrote. They contain a hash of the content. */
export interface BuiltFonts {
  /** The style sheet that declares the fonts. */
  readonly style: string;
  readonly fonts: readonly string[];
}

const WEIGHTS: readonly number[] = [400, 500, 700];
/**
 * Parts of Roboto. Where two have the same character, the later part counts. Three parts of the package are left out:
 * Roboto has few characters of `math`, `symbols` and `greek-ext`, so a page with one arrow would load 30 KB in vain.
 */
const SUBSETS: readonly string[] = ["cyrillic-ext", "cyrillic", "greek", "vietnamese", "latin-ext", "latin"];
/** Height above and below the baseline in percent of the font size, as in the files of Roboto. */
const [ASCENT, DESCENT] = [92.7734, 24.4141];

/**
 * Fonts that are shown until Roboto has arrived: Arial, a font with the widths of Arial, or else DejaVu Sans. The number
 * is the width of English text in Roboto, in percent of its width in that font. With it, lines break at the same words.
 */
const FALLBACKS: readonly (readonly [weight: number, width: number, names: readonly string[]])[] = [
  [400, 87.64, ["DejaVu Sans"]],
  [500, 88.41, ["DejaVu Sans"]],
  [700, 78.78, ["DejaVu Sans Bold"]],
  [400, 99.84, ["Arial", "Liberation Sans", "Arimo"]],
  [500, 100.72, ["Arial", "Liberation Sans", "Arimo"]],
  [700, 94.06, ["Arial Bold", "Liberation Sans Bold", "Arimo Bold"]],
];

/** Characters that Roboto has. For all others, the fallback must leave the choice to the font of the system. */
const RANGE = "U+0-52F, U+1C80-1EFF, U+2000-206F, U+20A0-20C0, U+2212";

/** Writes the files of Roboto, their license, and a style sheet that declares them. */
export async function buildFonts(folder: string): Promise<BuiltFonts> {
  const { resolve } = createRequire(import.meta.url);
  const ranges = JSON.parse(readFileSync(resolve("@fontsource/roboto/unicode.json"), "utf8")) as Record<string, string>;
  const fonts: string[] = [];
  const faces: string[] = [];
  const write = (name: string, extension: string, content: string | Buffer<ArrayBuffer>): string => {
    const hash = createHash("sha256").update(content).digest("base64url").slice(0, 8);
    const file = `${name}-${hash}.${extension}`;
    writeFileSync(join(folder, file), content);
    return file;
  };
  for (const weight of WEIGHTS) {
    for (const subset of SUBSETS) {
      const name = `roboto-${subset}-${weight}`;
      const file = write(name, "woff2", readFileSync(resolve(`@fontsource/roboto/files/${name}-normal.woff2`)));
      fonts.push(file);
      const source = `url("${file}") format("woff2")`;
      faces.push(face("Roboto", weight, `src: ${source}; font-display: swap; unicode-range: ${ranges[subset]}`));
    }
  }
  for (const [weight, width, names] of FALLBACKS) {
    const source = names.map((name) => `local("${name}")`).join(", ");
    const percent = (height: number) => `${((height / width) * 100).toFixed(2)}%`;
    const metrics = `ascent-override: ${percent(ASCENT)}; descent-override: ${percent(DESCENT)}; line-gap-override: 0%`;
    faces.push(
      face("Roboto Fallback", weight, `src: ${source}; size-adjust: ${width}%; ${metrics}; unicode-range: ${RANGE}`),
    );
  }
  const { code } = await transform(faces.join("\n"), { loader: "css", minify: true });
  copyFileSync(resolve("@fontsource/roboto/LICENSE"), join(folder, "roboto-LICENSE.txt"));
  return { style: write("fonts", "css", code), fonts };
}

function face(family: string, weight: number, rest: string): string {
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; ${rest} }`;
}
