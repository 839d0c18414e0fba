import { testLooks } from "./looks.ts";

await testLooks(2, 4);
