import { Column, Control, type EventHandler, type LayoutProps } from "runlet";
import { event, type In, integer, type Literal, type Mode, payload, type Spec, spec } from "runlet/spec";
import { mount, registerBehavior } from "runlet/testing";
import { expect, test } from "vitest";

interface VolumeProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Loudness in steps. Default 3. */
  value?: In<M, number>;
  /** Called when the person changes the volume; `data` is the new one. */
  onChange?: EventHandler<Volume, number> | undefined;
}

/** A control of an app, which the kit does not know. */
class Volume extends Control {
  declare value: number;
  static override readonly spec: Spec<VolumeProps> = spec<VolumeProps>({
    type: "BehaviorTestVolume",
    parent: Control,
    properties: { value: integer(3, { min: 0 }).writable(), onChange: event(payload.number) },
    semantics: { role: "slider" },
  });

  constructor(props?: VolumeProps) {
    super(props);
  }
}

const heard: number[] = [];
const volume = (): Volume => new Volume({ onChange: ({ data }) => void heard.push(data) });

test("a control of an app does what its registered behavior says, at a tap and at a key", async () => {
  const app = mount(new Column({ controls: [volume()] }));
  const control = app.getByType(Volume);
  await expect(app.press(control, "ArrowUp")).rejects.toThrow("does not react");
  registerBehavior("BehaviorTestVolume", {
    reactsToPress: () => true,
    press: (clientControl) => clientControl.write("value", 0, "change"),
    key(clientControl, key) {
      if (key !== "ArrowUp") return false;
      clientControl.write("value", (clientControl.get("value") as number) + 1, "change");
      return true;
    },
  });
  await app.press(control, "ArrowUp");
  expect([control.value, heard.splice(0)]).toEqual([4, [4]]);
  await app.tap(control);
  expect([control.value, heard.splice(0)]).toEqual([0, [0]]);
  await expect(app.press(control, "x")).rejects.toThrow('does nothing at "x"');
});
