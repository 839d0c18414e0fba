// The browser half of the custom control. It shows a web component of another package and listens to its events.
import type { RelativeTimeElement, RelativeTimeUpdatedEvent } from "@github/relative-time-element";
import "@github/relative-time-element/define";
import { adopt, css, type Parts, registerRenderer } from "runlet/client";
import type { RelativeTimeProps } from "./control.ts";

interface TimeParts extends Parts {
  readonly time: RelativeTimeElement;
}

type Shown = Required<Pick<RelativeTimeProps<"read">, "when" | "format" | "onUpdate">>;

registerRenderer<Shown, TimeParts>(
  "RelativeTime",
  {
    create(view) {
      const root = document.createElement("span");
      const time = document.createElement("relative-time") as RelativeTimeElement;
      root.className = "my-time";
      root.append(time);
      time.addEventListener("relative-time-updated", (event) => {
        const { oldText, newText } = event as RelativeTimeUpdatedEvent;
        if (oldText !== "") view.emit("update", newText);
      });
      return { root, time };
    },
    props: {
      when: ({ parts, props }) => {
        parts.time.datetime = props.when ?? "";
      },
      format: ({ parts, props }) => {
        parts.time.format = props.format;
      },
    },
  },
  // Defaults other than null, false and "" are repeated here, because documents leave default values out.
  { format: "relative" },
);

adopt(css`
.my-time { font-variant-numeric: tabular-nums; }
`);
