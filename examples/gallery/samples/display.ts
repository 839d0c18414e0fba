import {
  Badge,
  CircleAvatar,
  CupertinoIcons,
  Icon,
  Icons,
  Image,
  Markdown,
  Placeholder,
  ProgressBar,
  ProgressRing,
  Row,
  Text,
} from "runlet";
import { type Sample, sample } from "../sample.ts";

/** An SVG in the source, so that no image must be loaded. */
const hills = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80" viewBox="0 0 120 80">
<rect width="120" height="80" fill="#8ecae6"/><circle cx="90" cy="20" r="12" fill="#ffb703"/>
<path d="M0 80 40 30 70 65 90 45 120 80Z" fill="#219ebc"/></svg>`;
const peak = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="M12 2 2 22h20z"/></svg>`;

const text = `## Markdown

Words that are *stressed*, **strong** or ~~gone~~, \`code\`, and [a link](#).

- [x] Lists
- [ ] to tick

| Planet | Moons |
|---|---:|
| Mars | 2 |
| Jupiter | 95 |

\`\`\`ts
const answer: number = 42; // highlighted
\`\`\`

> And a quote.`;

/** Samples of controls that show information. */
export const samples: readonly Sample[] = [
  sample({
    kind: Icon,
    group: "Display",
    says: "One of more than 8,000 Material and Cupertino icons, by name.",
    make: () => new Icon({ name: Icons.rocketLaunch, size: 64, color: "primary", semanticsLabel: "Launch" }),
    states: {
      styles: () =>
        new Row({
          controls: [
            new Icon({ name: Icons.favorite }),
            new Icon({ name: Icons.favoriteOutlined }),
            new Icon({ name: Icons.homeRounded }),
            new Icon({ name: Icons.homeSharp }),
            new Icon({ name: CupertinoIcons.house }),
            new Icon({ name: CupertinoIcons.bars }),
          ],
        }),
      colored: () => new Icon({ name: Icons.star, size: 48, color: "amber700", shadows: { blurRadius: 4 } }),
    },
  }),
  sample({
    kind: Image,
    group: "Display",
    says: "An image from a URL, or drawn by the app.",
    make: () => new Image({ src: hills, width: 240, height: 160, fit: "cover", borderRadius: 16 }),
    states: {
      plain: () => new Image({ src: hills, semanticsLabel: "Hills" }),
      cover: () => new Image({ src: hills, width: 80, height: 80, fit: "cover", borderRadius: 40 }),
      "fit width": () => new Image({ src: hills, width: 80, height: 80, fit: "fitWidth" }),
      tinted: () => new Image({ src: peak, width: 48, height: 48, fit: "contain", color: "primary" }),
      mixed: () => new Image({ src: hills, color: "red", colorBlendMode: "multiply" }),
      repeated: () => new Image({ src: peak, width: 84, height: 60, repeat: "repeat", color: "tertiary" }),
    },
  }),
  sample({
    kind: Markdown,
    group: "Display",
    says: "Sanitized Markdown, with highlighted code.",
    make: () => new Markdown({ value: text, extensionSet: "gitHubWeb" }),
    states: {
      "all parts": () => new Markdown({ value: text, extensionSet: "gitHubWeb", width: 320 }),
      styled: () =>
        new Markdown({
          value: "# Styled\n\n> A quote\n\n- One\n- Two",
          mdStyleSheet: {
            h1TextStyle: { size: 32, color: "tertiary" },
            blockquoteDecoration: { bgcolor: "tertiarycontainer", borderRadius: 8 },
            listBulletTextStyle: { color: "tertiary" },
            blockSpacing: 16,
          },
        }),
      theme: () =>
        new Markdown({ value: "```js\nlet a = 'b';\n```", extensionSet: "gitHubWeb", codeTheme: "atom-one-dark" }),
    },
  }),
  sample({
    kind: ProgressBar,
    group: "Display",
    says: "Progress as a bar. Animated while the progress is unknown.",
    make: () => new ProgressBar({ value: 0.4, width: 320, semanticsLabel: "Copying" }),
    states: {
      plain: () => new ProgressBar({ value: 0.4, width: 240, semanticsLabel: "Copying" }),
      newer: () => new ProgressBar({ value: 0.4, year2023: false, width: 240, semanticsLabel: "Copying" }),
      thick: () =>
        new ProgressBar({
          value: 0.7,
          width: 240,
          barHeight: 12,
          borderRadius: 6,
          color: "tertiary",
          semanticsLabel: "Copying",
        }),
    },
  }),
  sample({
    kind: ProgressRing,
    group: "Display",
    says: "Progress as a ring. Animated while the progress is unknown.",
    make: () => new ProgressRing({ semanticsLabel: "Loading" }),
    states: {
      plain: () => new ProgressRing({ value: 0.7, semanticsLabel: "Loading" }),
      newer: () => new ProgressRing({ value: 0.7, year2023: false, semanticsLabel: "Loading" }),
      thick: () =>
        new ProgressRing({
          value: 0.3,
          width: 72,
          height: 72,
          strokeWidth: 10,
          strokeAlign: -1,
          strokeCap: "round",
          bgcolor: "surfacecontainerhighest",
          semanticsLabel: "Loading",
        }),
    },
  }),
  sample({
    kind: CircleAvatar,
    group: "Display",
    says: "A person, as a round image or initials.",
    make: () => new CircleAvatar({ content: "AB", radius: 32 }),
    states: {
      initials: () => new CircleAvatar({ content: "AB" }),
      icon: () =>
        new CircleAvatar({
          content: new Icon({ name: Icons.person }),
          radius: 28,
          bgcolor: "tertiarycontainer",
          color: "ontertiarycontainer",
        }),
      picture: () => new CircleAvatar({ foregroundImageSrc: hills, radius: 28 }),
    },
  }),
  sample({
    kind: Badge,
    group: "Display",
    says: "A number or a dot on the corner of any other control.",
    make: () => new Badge({ label: "12" }),
    around: (badge) => new Icon({ name: Icons.mail, size: 48, badge }),
    states: {
      dot: () => new Icon({ name: Icons.mail, badge: "" }),
      number: () => new Icon({ name: Icons.mail, badge: "3" }),
      wide: () => new Icon({ name: Icons.mail, margin: 16, badge: "999+" }),
      colored: () =>
        new CircleAvatar({
          content: "AB",
          badge: new Badge({ bgcolor: "green", smallSize: 12, alignment: { x: 1, y: 1 } }),
        }),
    },
  }),
  sample({
    kind: Placeholder,
    group: "Display",
    says: "A placeholder for content that does not exist yet.",
    make: () => new Placeholder({ fallbackWidth: 240, fallbackHeight: 120 }),
    states: {
      plain: () => new Placeholder({ fallbackWidth: 120, fallbackHeight: 60 }),
      filled: () =>
        new Placeholder({
          fallbackWidth: 160,
          fallbackHeight: 60,
          color: "primary",
          strokeWidth: 1,
          content: new Text({ value: "Soon" }),
        }),
    },
  }),
];
