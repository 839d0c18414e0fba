import { testLooks } from "./looks.ts";

await testLooks(3, 4);
