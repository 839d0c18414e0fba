import { testLooks } from "./looks.ts";

await testLooks(1, 4);
