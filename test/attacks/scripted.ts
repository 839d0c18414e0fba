/** What a script in a process of its own works with. */
export { Button, Text } from "../../src/index.ts";
export { createApp } from "../../src/server/index.ts";
export { memoryTransport } from "../../src/transport/index.ts";
