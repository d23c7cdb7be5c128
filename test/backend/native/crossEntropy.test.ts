import assert from "node:assert/strict";
import fc from "fast-check";
import * as reference from "../../support/float64.ts";
import { agree, type Draw, floats, holds, ints, run, sizes } from "./kernels.ts";
import { onFusedOperations } from "./suite.ts";
import { tolerances } from "./tolerances.ts";

interface Shape {
  readonly M: number;
  readonly V: number;
  readonly scale: number;
  /** The share of rows without a label. */
  readonly ignored: number;
}

onFusedOperations("Cross-entropy against float64", () => {
  const { elementwise } = tolerances;

  it("over the labels that are not negative, and its gradient", () => {
    const shapes = fc.record({
      ...{ M: sizes(130), V: sizes(400), scale: fc.constantFrom(1, 10, 1e4, 1e-3) },
      ignored: fc.constantFrom(0, 0.3, 1),
    });
    const also = [
      { M: 1, V: 1, scale: 1, ignored: 0 },
      { M: 0, V: 5, scale: 1, ignored: 0 },
      { M: 3, V: 20_000, scale: 5, ignored: 0.3 },
    ];
    const claim = ({ M, V, scale, ignored }: Shape, draw: Draw) => {
      const logits = draw.normal(M * V, scale);
      const labels = Array.from({ length: M }, () =>
        draw.whole(1000) < 1000 * ignored ? -1 - draw.whole(100) : draw.whole(V),
      );
      const expected = reference.crossEntropy(logits, labels);
      const given = { logits: floats(logits, M, V), labels: ints(labels, M) };
      const [loss, lse] = run("CrossEntropy", given);
      // The loss is a difference of two numbers as large as the logits are.
      const largest = reference.largest(logits);
      agree("CrossEntropy loss", loss, [expected.loss], [], elementwise, largest);
      agree("CrossEntropy lse", lse, expected.lse, [M], elementwise, largest);
      const dy = Math.fround(draw.normal(1)[0] as number);
      const [dlogits] = run("CrossEntropyGrad", { ...given, dy: floats([dy]), lse: floats(expected.lse, M) });
      // So is what each exponential is taken of.
      const tolerance = elementwise * Math.max(1, largest / 8);
      agree("CrossEntropyGrad", dlogits, reference.crossEntropyGrad(dy, logits, labels), [M, V], tolerance);
      labels.forEach((label, m) => {
        if (label < 0) assert.ok(dlogits?.values.subarray(m * V, (m + 1) * V).every((x) => x === 0));
      });
    };
    holds(shapes, claim, { runs: 40, also });
  });

  it("is infinite where the label's logit is minus infinity, and leaves out what is masked so", () => {
    const logits = [0, Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY];
    const loss = (label: number) =>
      run("CrossEntropy", { logits: floats(logits, 1, 4), labels: ints([label], 1) })[0]?.values[0] as number;
    assert.ok(Math.abs(loss(0) - Math.log(2)) < 1e-7);
    assert.equal(loss(1), Number.POSITIVE_INFINITY);
  });
});
