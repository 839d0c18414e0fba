import { testProperties } from "./every-property.ts";

await testProperties(0, 2);
