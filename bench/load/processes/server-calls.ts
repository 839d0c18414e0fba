import { type BroadcastWay, type ServerCalls, sharedNow } from "../measures.ts";

/** What is asked of either server. */
export function serverCalls(port: number, broadcast: (way: BroadcastWay, value: string) => void): ServerCalls {
  let broadcasts = 0;
  return {
    port: () => port,
    cpu() {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    async memory() {
      const { rss } = process.memoryUsage();
      // Once is not enough: what the first collection frees lets more go in the next.
      for (let n = 0; n < 4; n++) {
        globalThis.gc?.();
        await new Promise((done) => setTimeout(done, 100));
      }
      const { rss: rssAfterGc, heapUsed: heapAfterGc } = process.memoryUsage();
      return { rss, rssAfterGc, heapAfterGc, peak: process.resourceUsage().maxRSS * 1024 };
    },
    broadcast(way) {
      const began = sharedNow();
      broadcast(way, `News ${++broadcasts}`);
      return began;
    },
  };
}
