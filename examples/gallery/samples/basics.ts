import { Column, Container, Control, Row, Text, TextSpan } from "runlet";
import { type Sample, sample } from "../sample.ts";

const box = (bgcolor: string, size = 48) => new Container({ width: size, height: size, borderRadius: 8, bgcolor });
const boxes = () => [box("primary"), box("secondary", 64), box("tertiary")];
const pangram = "The quick brown fox jumps over the lazy dog";

/** A custom control of an app: a class with `build()`. */
class Greeting extends Control {
  override build() {
    return new Row({ controls: [box("tertiarycontainer", 32), new Text({ value: "Made by build()" })] });
  }
}

/** Samples of basic controls. */
export const samples: readonly Sample[] = [
  sample({
    kind: Text,
    group: "Basics",
    says: "Text, from a headline to a footnote.",
    make: () => new Text({ value: pangram, themeStyle: "titleLarge" }),
    states: {
      plain: () => new Text({ value: pangram }),
      headline: () => new Text({ value: "Headline", themeStyle: "headlineMedium" }),
      styled: () => new Text({ value: "Large", size: 28, weight: "bold", italic: true, color: "primary" }),
      cut: () => new Text({ value: pangram, width: 160, maxLines: 1, overflow: "ellipsis" }),
      clickable: () => new Text({ value: "Tap me", onTap: () => {} }),
    },
  }),
  sample({
    kind: TextSpan,
    group: "Basics",
    says: "A part of a text with its own style, link or click handler.",
    make: () => new TextSpan({ text: "a piece", style: { weight: "bold", color: "primary" } }),
    around: (span) =>
      new Text({ value: "This is ", size: 20, spans: [span as TextSpan, new TextSpan({ text: " of a text." })] }),
    states: {
      styled: () =>
        new Text({
          spans: [
            new TextSpan({ text: "bold", style: { weight: "bold" } }),
            new TextSpan({ text: " and " }),
            new TextSpan({ text: "colored", style: { color: "error" } }),
          ],
        }),
      link: () =>
        new Text({ value: "Go ", spans: [new TextSpan({ text: "there", url: "/there", style: { decoration: 1 } })] }),
    },
  }),
  sample({
    kind: Row,
    group: "Basics",
    says: "Places controls side by side.",
    make: () => new Row({ controls: boxes() }),
    states: {
      plain: () => new Row({ controls: boxes() }),
      wrapped: () => new Row({ wrap: true, width: 200, controls: [...boxes(), ...boxes()] }),
      apart: () => new Row({ width: 320, alignment: "spaceBetween", verticalAlignment: "end", controls: boxes() }),
    },
  }),
  sample({
    kind: Column,
    group: "Basics",
    says: "Places controls below each other.",
    make: () => new Column({ controls: boxes() }),
    states: {
      plain: () => new Column({ controls: boxes() }),
      centered: () => new Column({ horizontalAlignment: "center", spacing: 4, controls: boxes() }),
      scrolling: () => new Column({ scroll: "hidden", height: 120, controls: boxes() }),
    },
  }),
  sample({
    kind: Container,
    group: "Basics",
    says: "A box around one control, with color, border, corners, shadow and clicks.",
    make: () =>
      new Container({
        padding: 24,
        borderRadius: 16,
        bgcolor: "primarycontainer",
        content: new Text({ value: "Around a text", color: "onprimarycontainer" }),
      }),
    states: {
      gradient: () =>
        new Container({
          width: 160,
          height: 96,
          borderRadius: 16,
          gradient: { type: "linear", colors: ["primary", "tertiary"] },
          shadow: { blurRadius: 12, offset: { y: 4 }, color: "shadow,0.3" },
        }),
      outlined: () =>
        new Container({
          padding: 16,
          border: { width: 2, color: "outline" },
          content: new Text({ value: "With a line" }),
        }),
      clickable: () =>
        new Container({
          padding: 16,
          ink: true,
          bgcolor: "secondarycontainer",
          content: new Text({ value: "Click me" }),
          onClick: () => {},
        }),
    },
  }),
  sample({
    kind: Control,
    group: "Basics",
    says: "The base class of all controls, which custom controls extend.",
    make: () => new Greeting(),
    states: {
      built: () => new Greeting(),
      clear: () => new Container({ width: 80, height: 40, bgcolor: "primary", opacity: 0.5 }),
      turned: () =>
        new Container({
          padding: 12,
          margin: 16,
          bgcolor: "secondarycontainer",
          rotate: 0.2,
          content: new Text({ value: "Turned" }),
        }),
    },
  }),
];
