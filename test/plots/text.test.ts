import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeHtml, flopsText, legible, shorten, textWidth, wrap } from "../../src/plots/text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 80 });

describe("text in figures", () => {
  it("is never wider than its room once shortened or wrapped", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 300 }), (text, room) => {
        assert.ok(textWidth(shorten(text, room, 13), 13) <= room);
        for (const line of wrap(text, room, 13, "bold")) assert.ok(textWidth(line, 13, "bold") <= room);
      }),
      { numRuns: 50 },
    );
  });

  it("keeps every word when wrapped, as long as each fits by itself", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, (list) =>
        assert.deepEqual(wrap(list.join(" "), 120, 13).join(" ").trim(), list.join(" ")),
      ),
      { numRuns: 50 },
    );
  });

  it("holds no character that XML cannot", () => {
    assert.equal(legible("a\u0000b\u001bc\ufffe\ud800d\te"), "abc\ufffdd\te");
  });

  it("is escaped for HTML, in attributes too", () => {
    assert.equal(
      escapeHtml(`<a href="x" onclick='y'>&`),
      "&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;",
    );
  });

  it("says FLOPs in a unit that a reader can hold", () => {
    assert.equal(flopsText(42.53e12), "42.5 TFLOPs");
    assert.equal(flopsText(999), "999 FLOPs");
    assert.equal(flopsText(0), "0 FLOPs");
  });
});
