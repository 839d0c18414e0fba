import { afterAll } from "vitest";
import { closeContexts } from "./shared-browser.ts";

// A setup file runs again for each file of tests, unlike the modules that they import.
afterAll(closeContexts);
