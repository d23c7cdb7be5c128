import assert from "node:assert/strict";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { select } from "d3";
import { parseHTML } from "linkedom";
import { within } from "../../../kernel/context.ts";
import { pictureOf } from "../../../kernel/display/plotly/picture/picture.ts";
import { drawRoute, full, trainingCurve } from "../../../src/index.ts";
import { pictureIn, sanitised, shown } from "./shown.ts";

const scatter = { data: [{ x: [0, 1, 2], y: [1, 3, 2] }], layout: { title: { text: "A </script> title" } } };

describe("how Plotly figures are shown", () => {
  it("as Plotly's own type, HTML whose picture a script replaces, a PNG, and words", async () => {
    const { data, html, text } = await shown(scatter);
    assert.deepEqual(data["application/vnd.plotly.v1+json"], scatter);
    assert.match(text, /^Plotly figure "A {2}title": 1 scatter$/);
    const image = await loadImage(pictureIn(sanitised(html)));
    assert.deepEqual([image.width, image.height], [1400, 900]);
    assert.equal(html.match(/<\/script>/g)?.length, 1, "nothing in the figure ends the script");
    assert.ok(html.includes("\\u003c/script>"));
  });

  it("with a script that runs, and leaves the picture where plotly.js is not there", async () => {
    const { html } = await shown(scatter);
    const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
      document: { querySelector(selector: string): unknown };
    };
    const drawn: unknown[][] = [];
    const waiting: (() => unknown)[] = [];
    const page = {
      addEventListener: (_: string, listener: () => unknown) => waiting.push(listener),
      removeEventListener: () => {},
      dispatchEvent: () => {},
      proxylabPlotly: undefined as unknown,
    };
    const script = String(html.match(/<script>([\s\S]*)<\/script>/)?.[1]);
    const own = script.slice(script.lastIndexOf("{\n  const figure"));
    new Function("window", "document", own)(page, document);
    assert.ok(document.querySelector("img"), "the picture is there until plotly.js is");
    page.proxylabPlotly = Promise.resolve({ newPlot: async (...given: unknown[]) => drawn.push(given) });
    await waiting[0]?.();
    assert.equal(drawn.length, 1);
    assert.deepEqual(drawn[0]?.slice(1, 3), [scatter.data, scatter.layout]);
    assert.equal(document.querySelector("img"), null);
  });

  it("with plotly.js once a session, and again when the cell that brought it runs anew", async () => {
    const session = {} as never;
    const brings = (cell: string | undefined, id: string): Promise<boolean> =>
      within(
        {
          session,
          parent: { msg_id: id, ...(cell && { metadata: { cellId: cell } }) },
          signal: new AbortController().signal,
          silent: false,
        },
        async () => (await shown(scatter)).html.length > 1e6,
      );
    assert.equal(await brings("a", "1"), true);
    assert.equal(await brings("b", "2"), false);
    assert.equal(await brings("a", "3"), true);
    assert.equal(await brings("c", "4"), false);
    assert.equal(await brings(undefined, "5"), false);
  });

  it("with typed arrays as lists and numbers that JSON lacks as gaps", async () => {
    const { data } = await shown({ data: [{ x: Float32Array.of(0, 0.5), y: [Number.NaN, 1n] }], layout: {} });
    assert.deepEqual(data["application/vnd.plotly.v1+json"], {
      data: [{ x: [0, 0.5], y: [null, 1] }],
      layout: {},
    });
  });

  it("and say which traces their picture lacks", async () => {
    const { text, html } = await shown({ data: [{ type: "pie", values: [1] }, { y: [1] }], layout: {} });
    assert.match(text, /1 pie, 1 scatter \(not in the static picture: pie\)/);
    assert.match(html, /<small>not in the static picture: pie<\/small>/);
  });

  it("a circular one as the error that it is", async () => {
    const layout: Record<string, unknown> = {};
    layout.self = layout;
    assert.match((await shown({ data: [], layout })).text, /cannot be shown: TypeError: Converting circular/);
  });

  it("the library's as they are printed, with title, caption and live form", async () => {
    const figure = trainingCurve([{ stage: "s", samples: 1, loss: 2, accuracy: null }] as never);
    const { text, data, html } = await shown(figure);
    assert.ok(text.startsWith(`Figure "${figure.title}"\n${figure.caption}\n`));
    assert.deepEqual(data["application/vnd.plotly.v1+json"], JSON.parse(JSON.stringify(figure.plotly)));
    assert.ok(pictureIn(html).length > 1000);
  });
});

describe("the picture of a Plotly figure without a browser", () => {
  /** The colour at a place of the picture. */
  const colorAt = async (
    figure: { data: object[]; layout: object },
    x: number,
    y: number,
  ): Promise<string> => {
    const { toPng } = await import("../../../src/index.ts");
    const { svg } = pictureOf(figure as never);
    const context = createCanvas(700, 450).getContext("2d");
    context.drawImage(await loadImage(toPng(svg, { scale: 1 })), 0, 0);
    const [r, g, b] = context.getImageData(x, y, 1, 1).data;
    return `${r},${g},${b}`;
  };
  const plain = {
    xaxis: { range: [0, 10], showgrid: false },
    yaxis: { range: [0, 10], showgrid: false },
    margin: { l: 100 },
  };
  // The panel lies from 100 to 660 and from 22 to 394.

  it("draws bars where they stand, stacked and grouped", async () => {
    const bars = (color: string, y: number) => ({ type: "bar", x: [5], y: [y], marker: { color } });
    const figure = (barmode: string) => ({
      data: [bars("#ff0000", 4), bars("#0000ff", 4)],
      layout: { ...plain, barmode },
    });
    assert.equal(await colorAt(figure("stack"), 380, 330), "255,0,0");
    assert.equal(await colorAt(figure("stack"), 380, 180), "0,0,255");
    assert.equal(await colorAt(figure("stack"), 380, 60), "255,255,255");
    assert.equal(await colorAt(figure("group"), 250, 330), "255,0,0");
    assert.equal(await colorAt(figure("group"), 400, 180), "255,255,255");
  });

  it("draws heat maps in the order of their rows, gaps left open", async () => {
    const data = [
      {
        type: "heatmap",
        z: [
          [0, 1],
          [null, 1],
        ],
        x: [2.5, 7.5],
        y: [2.5, 7.5],
        colorscale: [
          [0, "#ff0000"],
          [1, "#00ff00"],
        ],
        showscale: false,
      },
    ];
    assert.equal(await colorAt({ data, layout: plain }, 200, 330), "255,0,0");
    assert.equal(await colorAt({ data, layout: plain }, 550, 330), "0,255,0");
    assert.equal(await colorAt({ data, layout: plain }, 200, 80), "255,255,255");
  });

  it("draws lines and markers, steps, and nothing across a gap", async () => {
    const line = { x: [0, 5, 10], y: [5, 5, 5], mode: "lines", line: { color: "#ff0000", width: 8 } };
    assert.equal(await colorAt({ data: [line], layout: plain }, 300, 208), "255,0,0");
    assert.equal(
      await colorAt({ data: [{ ...line, y: [5, null, 5] }], layout: plain }, 300, 208),
      "255,255,255",
    );
    const marker = {
      x: [5],
      y: [5],
      mode: "markers",
      marker: { color: "#0000ff", size: 20, symbol: "square" },
    };
    assert.equal(await colorAt({ data: [marker], layout: plain }, 380, 208), "0,0,255");
  });

  it("turns axes round, and takes logarithms, dates and categories", () => {
    const svgOf = (x: unknown[], xaxis: object) =>
      pictureOf({ data: [{ x, y: x.map((_, i) => i) }], layout: { xaxis } }).svg;
    assert.match(svgOf([1, 10, 100], { type: "log" }), />1<\/text>.*>10<\/text>.*>100<\/text>/);
    assert.match(svgOf(["2024-01-01", "2024-12-31"], {}), />2024<\/text>/);
    assert.match(svgOf(["ü", "<b"], {}), />ü<\/text>.*>&lt;b<\/text>/);
    const placeOf = (svg: string, text: string) =>
      Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${text}</text>`).exec(svg)?.[1]);
    const [straight, turned] = [svgOf([0, 8], {}), svgOf([0, 8], { autorange: "reversed" })];
    assert.ok(placeOf(straight, "2") < placeOf(straight, "4") && placeOf(turned, "2") > placeOf(turned, "4"));
  });

  it("takes whatever it is given without failing", () => {
    for (const data of [
      [{ x: "a", y: {}, type: 7, marker: "x", line: 3 }],
      [{ type: "heatmap", z: [[], [1]] }],
      [{ type: "bar" }],
      [],
    ])
      assert.match(
        pictureOf({ data, layout: { xaxis: 3, title: 5, grid: "x", annotations: [null] } } as never).svg,
        /^<svg/,
      );
  });
});

describe("how d3 figures are shown", () => {
  it("as SVG with its namespace, a data URI and a PNG; an element, a selection or a text", async () => {
    const { document } = parseHTML("<html><body></body></html>") as unknown as {
      document: { body: unknown };
    };
    const svg = select(document.body as never)
      .append("svg")
      .attr("width", 200)
      .attr("height", 100);
    svg.append("circle").attr("r", 40);
    for (const value of [svg, svg.node(), (svg.node() as unknown as { outerHTML: string }).outerHTML]) {
      const { data, html, text } = await shown(value);
      assert.match(
        String(data["image/svg+xml"]),
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" height="100" width="200"><circle/,
      );
      assert.equal(text, "SVG drawing of 200 x 100 pixels");
      assert.match(sanitised(html), /^<img alt="drawing" width="200" src="data:image\/svg\+xml;base64,/);
      assert.ok(data["image/png"]);
    }
    assert.match((await shown(drawRoute(full()))).text, /: The route full/);
  });

  it("one that cannot be drawn as a PNG still as SVG", async () => {
    const { data } = await shown('<svg width="100000" height="100000"></svg>');
    assert.equal(data["image/png"], undefined);
    assert.ok(data["image/svg+xml"]);
  });
});
