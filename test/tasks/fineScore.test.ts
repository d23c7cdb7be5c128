import assert from "node:assert/strict";
import { UsageError } from "../../src/errors.ts";
import { random } from "../../src/pages/random.ts";
import { fineScore } from "../../src/tasks/fineScore.ts";

describe("Score_fine", () => {
  const scores = (share: number, count: number) =>
    Array.from({ length: count }, (_, i) => (i < share * count ? 1 : 0));

  it("is the mean of the five tasks, each counting alike", () => {
    const { score } = fineScore({
      docVqa: scores(1, 10),
      chartVqa: scores(0.5, 100),
      infoVqa: scores(0, 4),
      textVqa: scores(0.5, 2),
      ocr: scores(1, 50),
    });
    assert.ok(Math.abs(score - 0.6) < 1e-12);
  });

  it("lies in its interval nineteen times of twenty", () => {
    const { between } = random(7);
    const shares = { docVqa: 0.9, chartVqa: 0.7, infoVqa: 0.5, textVqa: 0.6, ocr: 0.8 };
    const drawn = (share: number) => Array.from({ length: 100 }, () => (between(0, 1) < share ? 1 : 0));
    const held = Array.from({ length: 1000 }, () => {
      const entries = Object.entries(shares).map(([name, share]) => [name, drawn(share)]);
      const { low, high } = fineScore(Object.fromEntries(entries));
      return low <= 0.7 && 0.7 <= high;
    }).filter(Boolean).length;
    assert.ok(held > 930 && held < 970, `${held} of 1000`);
  });

  it("wants every task", () => {
    assert.throws(
      () => fineScore({ docVqa: [1, 1] } as never),
      (error: Error) => error instanceof UsageError && /chartVqa/.test(error.message),
    );
  });
});
