import assert from "node:assert/strict";
import { DOMParser } from "linkedom";
import {
  bars,
  type Figure,
  flopsBreakdown,
  front,
  maskingCurve,
  paretoFront,
  publishedFlops,
  residualTable,
  toPng,
  trainingCurve,
} from "../../src/plots/index.ts";
import { textWidth } from "../../src/plots/text.ts";
import { barRows, flopsRows, frontRows, maskingRows, publishedRows, trainingRows } from "./tables.ts";

const hostile = `<script>alert("1")</script>&amp;'\u0007 ${"very long ".repeat(30)}`;

/** Every figure, with a plausible table and with hostile words in all of its text. */
const figures: Record<string, (words: (own: string) => string) => Figure> = {
  front: (w) => front(frontRows.map((row) => ({ ...row, plan: w(row.plan), family: w(row.family) }))),
  maskingCurve: (w) => maskingCurve(maskingRows.map((row) => ({ ...row, series: w(row.series) }))),
  publishedFlops: (w) =>
    publishedFlops(
      publishedRows.map((row) => ({ ...row, table: w(row.table), llm: w(row.llm), row: w(row.row) })),
    ),
  flopsByKind: (w) =>
    flopsBreakdown(flopsRows.map((row) => ({ ...row, plan: w(row.plan), kind: w(row.kind) }))),
  flopsByOperation: (w) =>
    flopsBreakdown(
      flopsRows.map((row) => ({ ...row, operation: w(row.operation) })),
      { by: "operation" },
    ),
  trainingCurve: (w) => trainingCurve(trainingRows.map((row) => ({ ...row, stage: w(row.stage) }))),
  bars: (w) => bars(barRows.map((row) => ({ ...row, method: w(row.method), measure: w(row.measure) }))),
};

for (const [name, make] of Object.entries(figures))
  describe(`the figure ${name}`, function () {
    this.timeout(10_000);
    const figure = make((own) => own);

    it("is drawn the same from the same table", () => {
      assert.equal(make((own) => own).svg, figure.svg);
    });

    it("has a title, a caption, and a PNG of twice its size", () => {
      assert.ok(figure.title.length > 10 && figure.caption.length > 30);
      const png = toPng(figure.svg); // a strict XML parser reads it here
      const { width, height } = sizes(figure.svg);
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * width, 2 * height]);
    });

    it("has no text cut off, and no text across another", () => {
      for (const drawn of [figure, make((own) => `${own} ${"mmmm ".repeat(20)}`)]) {
        const { width, height } = sizes(drawn.svg);
        const boxes = texts(drawn.svg);
        for (const [i, a] of boxes.entries()) {
          assert.ok(
            a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= height,
            `"${a.text}" is cut off`,
          );
          const other = boxes.slice(0, i).find((b) => touch(a, b));
          assert.equal(other?.text, undefined, `"${a.text}" lies across "${other?.text}"`);
        }
      }
    });

    it("shows hostile words as words", () => {
      const drawn = make((own) => `${own}${hostile}`);
      toPng(drawn.svg);
      assert.ok(!drawn.svg.includes("<script"));
      assert.ok(!/<script/.test(JSON.stringify(drawn.plotly)));
    });

    it("draws an empty table without failing", () => {
      const empty = { front, maskingCurve, publishedFlops, flopsByKind: flopsBreakdown, trainingCurve, bars }[
        name
      ];
      if (empty) toPng(empty([]).svg);
    });
  });

describe("figures", () => {
  it("draw a mark for every row", () => {
    assert.equal(count(front(frontRows).svg, "path.mark"), frontRows.length);
    assert.equal(count(maskingCurve(maskingRows, { behind: [] }).svg, "circle.mark"), maskingRows.length);
    assert.equal(count(publishedFlops(publishedRows).svg, "circle.published"), publishedRows.length);
    assert.equal(count(publishedFlops(publishedRows).svg, "circle.computed"), publishedRows.length);
    assert.equal(count(flopsBreakdown(flopsRows, { by: "operation" }).svg, "rect.bar"), 16);
    assert.equal(count(flopsBreakdown(flopsRows).svg, "rect.bar"), 16);
    assert.equal(count(bars(barRows).svg, "rect.bar"), barRows.length);
  });

  it("name the front, mark it in the table and give it back", () => {
    const { pareto, table, title } = front(frontRows);
    assert.deepEqual(pareto, paretoFront(frontRows));
    assert.deepEqual(
      table
        .filter(({ onFront }) => onFront)
        .map(({ plan }) => plan)
        .sort(),
      pareto.map(({ plan }) => plan).sort(),
    );
    assert.equal(title, "proxyV from 3 measures within one point of full at 63 % of its FLOPs");
  });

  it("put the paper's six LLMs behind our masking curve", () => {
    const { table, title } = maskingCurve(maskingRows);
    assert.equal(new Set(table.filter((row) => row.published).map((row) => row.series)).size, 6);
    assert.equal(
      title,
      "Masking the last 50 % of the layers costs at most one point (published: 21 to 55 %)",
    );
  });

  it("keep the FLOPs of the breakdown's table", () => {
    const sum = (rows: { flops?: unknown }[]) => rows.reduce((total, { flops }) => total + Number(flops), 0);
    for (const by of ["kind", "operation"] as const)
      assert.equal(sum(flopsBreakdown(flopsRows, { by }).table), sum(flopsRows));
  });

  it("refuse numbers that cannot be", () => {
    const [row] = frontRows;
    assert.throws(() => front([{ ...row, accuracy: 86 }]), /accuracy 86 of plan "full" is outside 0 \.\. 1/);
    assert.throws(() => front([{ ...row, low: Number.NaN }]), /low NaN of plan "full"/);
    assert.throws(() => front([{ ...row, baselineFlops: 0 }]), /FLOPs of 0/);
    assert.throws(() => maskingCurve([{ ...maskingRows[0], from: 7 }]), /starts at layer 7 of 6/);
  });

  it("take the caller's words", () => {
    const figure = bars(barRows, { name: "mine", title: "Mine", caption: "Of my own" });
    assert.deepEqual([figure.name, figure.title, figure.caption], ["mine", "Mine", "Of my own"]);
  });
});

describe("the table of residuals", () => {
  it("gives published, computed and residual of every row", () => {
    const { html, text } = residualTable(publishedRows);
    assert.match(text, /Table 1 +vicuna-7b, skip attention from 0 +18 +17\.69 +−0\.31/);
    assert.match(text, /VisionZip +32 +32\.21 +\+0\.21/);
    assert.equal(html.match(/<tr>/g)?.length, publishedRows.length + 1);
  });

  it("escapes what it is given", () => {
    const { html } = residualTable([{ ...publishedRows[0], row: hostile }]);
    assert.ok(!html.includes("<script"));
  });
});

interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function root(svg: string) {
  return new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as {
    getAttribute(name: string): string | null;
    querySelectorAll(
      selector: string,
    ): Iterable<{ getAttribute(name: string): string | null; textContent: string }>;
  };
}

function sizes(svg: string): { width: number; height: number } {
  return { width: Number(root(svg).getAttribute("width")), height: Number(root(svg).getAttribute("height")) };
}

function count(svg: string, selector: string): number {
  return [...root(svg).querySelectorAll(selector)].length;
}

function texts(svg: string): TextBox[] {
  return [...root(svg).querySelectorAll("text")].map((element) => {
    const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(element.getAttribute(name)));
    const weight = element.getAttribute("font-weight") === "bold" ? "bold" : "plain";
    const width = textWidth(element.textContent, size, weight);
    const before = { start: 0, middle: 0.5, end: 1 }[element.getAttribute("text-anchor") ?? "start"] ?? 0;
    const left = x - before * width;
    return {
      text: element.textContent,
      left,
      right: left + width,
      top: y - 0.76 * size,
      bottom: y + 0.1 * size,
    };
  });
}

function touch(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
