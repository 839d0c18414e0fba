import { testLooks } from "./looks.ts";

await testLooks(0, 4);
