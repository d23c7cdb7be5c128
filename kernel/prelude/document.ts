import { DOMParser } from "linkedom";

/*
 * d3 makes its elements in the page's document: `d3.create("svg")`. Where there is no page it is given one of linkedom,
 * which is made when it is first looked for. It is no `window`, so nothing takes this for a browser.
 */
if (!("document" in globalThis)) {
  let page: unknown;
  Object.defineProperty(globalThis, "document", {
    configurable: true,
    enumerable: false,
    get: () => {
      page ??= new DOMParser().parseFromString("<html><body></body></html>", "text/html");
      return page;
    },
  });
}
