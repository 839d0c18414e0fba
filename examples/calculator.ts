import { Column, Container, FilledButton, type Page, Row, run, state, Text, TextField } from "runlet";
import { map } from "rxjs";

/** What keys say, row by row. */
const keys: readonly (readonly string[])[] = [
  ["C", "( )", "%", "÷"],
  ["7", "8", "9", "×"],
  ["4", "5", "6", "−"],
  ["1", "2", "3", "+"],
  ["0", ".", "⌫", "="],
];
const spoken: { readonly [key: string]: string } = {
  C: "Clear",
  "( )": "Brackets",
  "%": "Percent",
  "÷": "Divide",
  "×": "Times",
  "−": "Minus",
  "+": "Plus",
  ".": "Point",
  "⌫": "Delete",
  "=": "Equals",
};
/** What a keyboard has in place of the signs. */
const typed: { readonly [letter: string]: string } = { "*": "×", "/": "÷", ":": "÷", "-": "−", ",": "." };
const WRONG = "Error";

/** Takes a term by keys on the screen or on the keyboard, and shows what it comes to as it grows. */
class Calculator extends Container {
  readonly #term = state("");

  constructor() {
    super({ width: 340, padding: 20, borderRadius: 36, bgcolor: "surfacecontainerlow" });
  }

  override build() {
    return new Column({
      spacing: 12,
      horizontalAlignment: "stretch",
      controls: [
        new TextField({
          hintText: "0",
          value: this.#term,
          autofocus: true,
          // The keys are on the screen already; those of a real keyboard work, too.
          keyboardType: "none",
          inputFilter: { regexString: "[0-9e.,:()%*/+÷×−-]" },
          border: "none",
          collapsed: true,
          textAlign: "end",
          textSize: 48,
          onChange: ({ data }) => this.#term.set(data.replace(/[*/:,-]/g, (letter) => typed[letter] ?? letter)),
          onSubmit: () => this.#press("="),
        }),
        new Text({
          value: this.#term.pipe(map((term) => (/[^\d.]/.test(term) ? preview(term) : ""))),
          themeStyle: "titleLarge",
          color: "onsurfacevariant",
          textAlign: "end",
          height: 32,
        }),
        ...keys.map((row) => new Row({ spacing: 12, controls: row.map((key) => this.#key(key)) })),
      ],
    });
  }

  #key(key: string) {
    const [bgcolor, color] =
      key === "="
        ? ["primary", "onprimary"]
        : /[\d.⌫]/.test(key)
          ? ["surfacecontainerhighest", "onsurface"]
          : key === "C"
            ? ["tertiarycontainer", "ontertiarycontainer"]
            : ["secondarycontainer", "onsecondarycontainer"];
    return new FilledButton({
      expand: true,
      height: 64,
      content: new Text({ value: key, size: 24, semanticsLabel: spoken[key] ?? key, noWrap: true }),
      style: { bgcolor, color, padding: 0, shape: { type: "stadium" } },
      onClick: () => this.#press(key),
    });
  }

  #press(key: string) {
    const term = this.#term.value === WRONG ? "" : this.#term.value;
    if (key === "C") this.#term.set("");
    else if (key === "⌫") this.#term.set(term.slice(0, -1));
    else if (key === "( )") this.#term.set(term + bracket(term));
    else if (key !== "=") this.#term.set(term + key);
    else if (term !== "") this.#term.set(shown(term) ?? WRONG);
  }
}

/** The bracket that makes sense at the end of a term. */
function bracket(term: string) {
  const open = term.split("(").length - term.split(")").length;
  return open > 0 && /[\d.)%]$/.test(term) ? ")" : "(";
}

/** What a term comes to so far. Nothing while it is not finished. */
function preview(term: string) {
  return shown(term) ?? "";
}

function shown(term: string): string | undefined {
  const value = evaluate(term);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  // Of the digits of a number in binary, the last mean nothing: 0.1 + 0.2 is 0.3.
  return String(Number(value.toPrecision(12))).replace("-", "−");
}

/** The value of a term: sums of products of numbers and brackets. Undefined when it is not one. */
function evaluate(term: string): number | undefined {
  const tokens = term.match(/\d*\.?\d+(?:e[+−]\d+)?\.?|\D/g) ?? [];
  let at = 0;
  const take = (...signs: readonly string[]) => {
    const token = tokens[at];
    if (token === undefined || !signs.includes(token)) return undefined;
    at++;
    return token;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = take("+", "−"); sign !== undefined; sign = take("+", "−")) {
      value += sign === "+" ? product() : -product();
    }
    return value;
  };
  const product = (): number => {
    let value = factor();
    // A number before a bracket, as in 2(3 + 4), is a product as well.
    for (let sign = take("×", "÷"); sign !== undefined || tokens[at] === "("; sign = take("×", "÷")) {
      value = sign === "÷" ? value / factor() : value * factor();
    }
    return value;
  };
  const factor = (): number => {
    if (take("−") !== undefined) return -factor();
    if (take("+") !== undefined) return factor();
    let value: number;
    if (take("(") !== undefined) {
      value = sum();
      // A bracket at the end may be left open.
      if (take(")") === undefined && at < tokens.length) value = Number.NaN;
    } else {
      value = Number(tokens[at++]?.replace("−", "-") ?? Number.NaN);
    }
    while (take("%") !== undefined) value /= 100;
    return value;
  };
  const value = sum();
  return at === tokens.length && !Number.isNaN(value) ? value : undefined;
}

run((page: Page) => {
  page.title = "Calculator";
  page.padding = 16;
  page.horizontalAlignment = "center";
  page.verticalAlignment = "center";
  page.add(new Calculator());
});
