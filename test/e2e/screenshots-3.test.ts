import { testScreenshots } from "./screenshots.ts";

await testScreenshots(2, 4);
