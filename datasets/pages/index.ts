export { type Field, keys, type Page, page } from "./page.ts";
export { type RenderedPage, render, toPng } from "./render.ts";
export { type Split, split, splitOf } from "./split.ts";
export { alphabet } from "./words.ts";
