import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { type PublishedName, published } from "../../datasets/paper/load.ts";

describe("the paper's published numbers", () => {
  const files = readdirSync(new URL("../../datasets/paper/", import.meta.url)).filter((file) =>
    file.endsWith(".csv"),
  );

  for (const file of files)
    it(`load from ${file}, with no hole but where the paper prints none`, () => {
      const rows = published(file.replace(/\.csv$/, "") as PublishedName) as Record<string, unknown>[];
      assert.ok(rows.length >= 3);
      const mayBeEmpty = new Set(["start_layer", "flops_reduced_pct", "time_reduced_pct"]);
      for (const row of rows)
        for (const [column, cell] of Object.entries(row)) {
          assert.ok(cell !== undefined && cell !== "", `${column} of ${file}`);
          if (cell === null) assert.ok(mayBeEmpty.has(column), `${column} of ${file} is empty`);
        }
    });

  it("are typed: words as words, numbers as numbers", () => {
    const [vicuna] = published("llms");
    assert.equal(vicuna.llm, "vicuna-7b");
    assert.equal(vicuna.layers * vicuna.hidden, 32 * 4096);
    assert.equal(vicuna.rms_norm_eps, 1e-5);
    assert.equal(vicuna.qkv_bias, false);
    assert.equal(published("table4_proxyv_across_llms")[0].start_layer, null);
  });

  it("agree with each other where tables repeat a number", () => {
    const [table3, table4] = [published("table3_proxyv_start_layer"), published("table4_proxyv_across_llms")];
    for (const row of table3.filter(({ start_layer }) => start_layer > 0)) {
      const same = table4.find((other) => other.llm === row.llm && other.start_layer === row.start_layer);
      assert.equal(same?.flops_reduced_pct, row.flops_reduced_pct);
      assert.equal(same?.score_relative_pct, row.score_relative_pct);
    }
  });

  it("give masking ratios that follow from start layer and depth", () => {
    const layers = new Map(published("llms").map((row) => [row.llm, row.layers]));
    for (const row of published("figure2_attention_masking")) {
      const depth = layers.get(row.llm) ?? assert.fail(`no shape of ${row.llm}`);
      assert.ok(Math.abs(row.masking_ratio - (depth - row.mask_start_layer) / depth) < 1e-4);
    }
  });

  it("print Score_fine as the mean of the five benchmarks, to the rounding", () => {
    for (const row of published("table10_fine_grained_across_llms")) {
      const mean = (row.docvqa_val + row.chartqa + row.infovqa_val + row.textvqa + row.ocrbench_over_10) / 5;
      assert.ok(
        Math.abs(mean - row.score_fine) < 0.02,
        `${row.llm} ${row.method} ${row.start_layer}: ${mean}`,
      );
    }
  });
});
