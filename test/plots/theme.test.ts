import assert from "node:assert/strict";
import { colorsOf, colorsOfKinds, stylesOfFamilies } from "../../src/plots/index.ts";

describe("the theme", () => {
  const known = ["full", "maskAttention", "skipAttention", "skipFfn", "skipAttentionAndFfn", "proxyV"];

  it("gives the library's routes the same colour and shape in every figure", () => {
    const all = stylesOfFamilies(["mine", ...known]);
    for (const family of known) assert.deepEqual(stylesOfFamilies([family]).get(family), all.get(family));
  });

  it("tells thirty families of one's own apart", () => {
    const families = [...known, ...Array.from({ length: 30 }, (_, i) => `mine ${i}`)];
    const styles = [...stylesOfFamilies(families).values()];
    for (const [i, a] of styles.entries())
      assert.ok(!styles.slice(0, i).some((b) => a.color === b.color && a.symbol === b.symbol), families[i]);
  });

  it("keeps the four kinds' colours, and gives a kind of one's own another", () => {
    const colors = colorsOfKinds(["vision", "proxy", "newline", "text", "summary"]);
    assert.equal(new Set(colors.values()).size, 5);
    assert.equal(colorsOfKinds(["text"]).get("text"), colors.get("text"));
  });

  it("gives fourteen operations fourteen colours", () => {
    assert.equal(new Set(colorsOf(Array.from({ length: 14 }, (_, i) => `${i}`)).values()).size, 14);
  });
});
