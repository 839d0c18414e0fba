import { Column, Container, FilledButton, type Page, Row, run, state, Text, TextField } from "runlet";
import { map } from "rxjs";

/** Labels of the keys, row by row. */
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
/** Signs of the calculator by the characters of a keyboard. */
const typed: { readonly [letter: string]: string } = { "*": "×", "/": "÷", ":": "÷", "-": "−", ",": "." };
const WRONG = "Error";

/** A calculator for keys on the screen or the keyboard. Shows the result while the term is entered. */
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
          // No on-screen keyboard, because the calculator has its own keys. A real keyboard still works.
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

/** Returns the bracket that fits at the end of a term. */
function bracket(term: string) {
  const open = term.split("(").length - term.split(")").length;
  return open > 0 && /[\d.)%]$/.test(term) ? ")" : "(";
}

/** Returns the result of a term, or an empty text while the term is incomplete. */
function preview(term: string) {
  return shown(term) ?? "";
}

function shown(term: string): string | undefined {
  const value = evaluate(term);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  // Rounds away the error of binary numbers, so that 0.1 + 0.2 is 0.3.
  return String(Number(value.toPrecision(12))).replace("-", "−");
}

/** Returns the value of a term of sums, products and brackets, or `undefined` if the text is not a term. */
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
    // A number before a bracket, as in 2(3 + 4), is a product, too.
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
