/** What cells know without importing it: the public face of ProxyLab, and what one shows, asks and watches with. */

import "../display/index.ts";
import "./document.ts";

export * as aq from "arquero";
export * as d3 from "d3";
export * from "../../src/index.ts";
export { clearOutput, type Display, display } from "../session/display.ts";
export { input } from "../session/input.ts";
export { interruption } from "../session/interruption.ts";
export { button, component, live, select, slider } from "../widgets/index.ts";
export { plot } from "./plot.ts";
export { progress } from "./progress.ts";
export { tidy } from "./tidy.ts";
