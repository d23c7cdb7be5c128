import assert from "node:assert/strict";
import { create } from "d3";
import "../../../kernel/prelude/document.ts";
import { bundleOf } from "../../../kernel/display/index.ts";
import { tf } from "../../../src/index.ts";

describe("d3 in a cell", () => {
  it("makes its own elements without a page, and nothing takes that for a browser", async () => {
    const svg = create("svg").attr("width", 100).attr("height", 50);
    svg.append("circle").attr("r", 20);
    const { data } = await bundleOf(svg);
    assert.match(String(data["image/svg+xml"]), /<circle r="20"/);
    assert.ok(!("window" in globalThis));
    assert.equal(tf.env().get("IS_BROWSER"), false);
  });
});
