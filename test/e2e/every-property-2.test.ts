import { testProperties } from "./every-property.ts";

await testProperties(1, 2);
