import fc from "fast-check";
import * as reference from "../../support/float64.ts";
import { agree, type Draw, floats, holds, numbered, run, sizes } from "./kernels.ts";
import { onFusedOperations } from "./suite.ts";
import { tolerances } from "./tolerances.ts";

interface Shape {
  readonly shapes: readonly (readonly number[])[];
  readonly clip: number;
  readonly step: number;
  readonly scale: number;
}

onFusedOperations("AdamW against float64", () => {
  it("for all tensors together, clipped or not, from the first step on", () => {
    const shapes = fc.record({
      shapes: fc.array(
        fc.oneof(
          sizes(600).map((size) => [size]),
          fc.tuple(sizes(40), sizes(40)).map(([rows, columns]) => [rows, columns]),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      ...{ clip: fc.constantFrom(0, 1, 1e9), step: fc.constantFrom(1, 2, 1000) },
      scale: fc.constantFrom(1, 1e-3, 1e4),
    });
    const also = [
      { shapes: [[]], clip: 0, step: 1, scale: 1 },
      { shapes: [[0], [3]], clip: 1, step: 1, scale: 1 },
      { shapes: [[70_000], [1, 2, 3]], clip: 0.5, step: 3, scale: 1 },
    ];
    const [beta1, beta2, eps] = [0.9, 0.999, 1e-8];
    const claim = ({ shapes, clip, step, scale }: Shape, draw: Draw) => {
      const all = shapes.map((shape, i) => {
        const size = shape.reduce((product, length) => product * length, 1);
        const rates = [0.01, i % 2 ? 0.001 : 0, 1 / (1 - beta1 ** step), 1 / (1 - beta2 ** step)].map(
          Math.fround,
        );
        return {
          ...{ value: draw.normal(size), gradient: draw.normal(size, scale) },
          first: draw.normal(size, step > 1 ? scale / 10 : 0),
          second: draw.normal(size, step > 1 ? scale : 0).map((x) => Math.fround(x * x)),
          rates: rates as [number, number, number, number],
        };
      });
      const tensors = (name: "value" | "gradient" | "first" | "second") =>
        all.map((one, i) => floats(one[name], ...(shapes[i] as number[])));
      const outputs = run(
        "AdamW",
        {
          ...{ ...numbered("p", tensors("value")), ...numbered("g", tensors("gradient")) },
          ...{ ...numbered("m", tensors("first")), ...numbered("v", tensors("second")) },
          rates: floats(
            all.flatMap(({ rates }) => rates),
            ...[all.length, 4],
          ),
        },
        { count: all.length, beta1, beta2, eps, clip },
      );
      const { norm, updated } = reference.adamW(all, { beta1, beta2, eps, clip });
      agree("AdamW norm", outputs[0], [norm], [], tolerances.elementwise);
      for (const [j, name] of (["value", "first", "second"] as const).entries()) {
        const terms = reference.largest(...updated.map((one) => one[name]));
        for (const [i, one] of updated.entries())
          agree(
            `AdamW ${name}`,
            outputs[1 + j * all.length + i],
            one[name],
            shapes[i] as number[],
            tolerances.elementwise,
            terms,
          );
      }
    };
    holds(shapes, claim, { also });
  });
});
