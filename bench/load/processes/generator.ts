/** The clients of one server, in a process of its own. */
import { click, saturate } from "../clicks.ts";
import { Crowd } from "../crowd.ts";
import { type GeneratorCalls, sharedNow } from "../measures.ts";
import { answer } from "./answer.ts";

const crowd = new Crowd(Number(process.argv[2]));
let heard: Promise<number> = Promise.resolve(0);
answer<GeneratorCalls>({
  connect: (count) => crowd.join(count),
  click: (rate, seconds, seed) => click(crowd, rate, seconds, seed),
  saturate: (seconds) => saturate(crowd, seconds),
  listen() {
    let left = crowd.clients.length;
    heard = new Promise((resolve) => {
      crowd.onUpdate = () => {
        if (--left === 0) resolve(sharedNow());
      };
    });
  },
  async heard() {
    const at = await heard;
    crowd.onUpdate = undefined;
    return at;
  },
  leave: () => crowd.leave(),
  cpu() {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
});
