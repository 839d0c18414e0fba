import {
  AnimatedSwitcher,
  Column,
  Container,
  type Control,
  FilledButton,
  GestureDetector,
  type GestureDetectorProps,
  Text,
} from "runlet";
import { type Sample, sample } from "../sample.ts";

/** Returns an area for trying gestures, which shows the last one. */
function pad(says: string, props: GestureDetectorProps = {}): GestureDetector {
  const text = new Text({ value: says, textAlign: "center" });
  const detector = new GestureDetector({
    content: new Container({
      content: text,
      alignment: { x: 0, y: 0 },
      width: 280,
      height: 140,
      padding: 16,
      bgcolor: "surfacecontainerhigh",
      borderRadius: 12,
    }),
    ...props,
  });
  const record = (what: string) => () => {
    text.value = what;
  };
  detector.onTap ??= record("A tap");
  detector.onDoubleTap ??= record("Two taps");
  detector.onLongPress ??= record("A long press");
  detector.onPanUpdate ??= ({ data }) => {
    text.value = `A drag to ${Math.round(data.localPosition.x)}, ${Math.round(data.localPosition.y)}`;
  };
  return detector;
}

const card = (value: string, bgcolor: "primarycontainer" | "tertiarycontainer") =>
  new Container({
    content: new Text({ value, color: `on${bgcolor}`, themeStyle: "titleLarge" }),
    alignment: { x: 0, y: 0 },
    width: 160,
    height: 100,
    bgcolor,
    borderRadius: 12,
  });

/** Returns a switcher with a button that turns its card over. */
function turning(switcher: AnimatedSwitcher): Control {
  let isFront = true;
  const turn = (): void => {
    isFront = !isFront;
    switcher.content = isFront ? card("Front", "primarycontainer") : card("Back", "tertiarycontainer");
  };
  return new Column({ controls: [switcher, new FilledButton({ content: "Turn over", onClick: turn })] });
}

const switcher = (): AnimatedSwitcher =>
  new AnimatedSwitcher({ content: card("Front", "primarycontainer"), duration: 400 });

export const samples: readonly Sample[] = [
  sample({
    kind: GestureDetector,
    group: "Gestures",
    says: "Detects taps, presses, drags and pinches on its content.",
    make: () => pad("Tap, press or drag here", { mouseCursor: "click" }),
    states: {
      ready: () => pad("Tap, press or drag here"),
      disabled: () => pad("Nothing to do here", { disabled: true }),
    },
  }),
  sample({
    kind: AnimatedSwitcher,
    group: "Gestures",
    says: "Replaces one control by another with an animation.",
    make: switcher,
    around: (control) => turning(control),
    states: {
      content: switcher,
      empty: () => new AnimatedSwitcher(),
    },
  }),
];
