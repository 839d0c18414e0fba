import { Container, type Control, Row, Text, TextSpan } from "runlet";
import { map, startWith } from "rxjs";
import { codeOf } from "./code.ts";
import { monospace } from "./parts.ts";
import { changesOf } from "./properties.ts";

const COLORS = { text: "tertiary", word: "primary", number: "error", name: "onsurfacevariant" };

/** Returns a view of the code that creates the control. It follows each change. */
export function codeView(control: Control): Control {
  return new Container({
    padding: 16,
    borderRadius: 12,
    bgcolor: "surfacecontainerhighest",
    content: new Row({
      scroll: "auto",
      controls: [
        new Text({
          ...monospace,
          noWrap: true,
          overflow: "visible",
          spans: changesOf(control).pipe(
            startWith(undefined),
            map(() => highlighted(codeOf(control))),
          ),
        }),
      ],
    }),
  });
}

/** Splits code into colored spans. */
function highlighted(code: string): TextSpan[] {
  const tokens = code.matchAll(/("(?:[^"\\]|\\.)*")|\b(new|true|false|null)\b|(-?\b\d[\d.]*)|(\b\w+)(?=:)|[\s\S]/g);
  const spans: { text: string; color?: string }[] = [];
  for (const [token, text, word, number, name] of tokens) {
    const kind = text ? "text" : word ? "word" : number ? "number" : name ? "name" : undefined;
    const last = spans.at(-1);
    if (kind === undefined && last !== undefined && last.color === undefined) last.text += token;
    else spans.push({ text: token, ...(kind && { color: COLORS[kind] }) });
  }
  return spans.map(({ text, color }) => new TextSpan({ text, ...(color && { style: { color } }) }));
}
