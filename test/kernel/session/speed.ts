/**
 * How fast a session is: node --import tsx test/kernel/session/speed.ts. It should give the first `1 + 1` within 2.5 s
 * of the process's start, a trivial cell within 12 ms, the 500th as fast as the 5th within a factor of 2, and
 * completions within 150 ms, all but the first figure medians. Times depend on the machine, so that no test holds them.
 */
import { tmpdir } from "node:os";
import { Session } from "../../../kernel/session/session.ts";

const session = new Session(tmpdir());
await session.execute("1 + 1");
const figures: Record<string, number> = { "first 1 + 1 since the process began": performance.now() };

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] as number;

async function timed(count: number, work: (i: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await work(i);
    times.push(performance.now() - began);
  }
  return times;
}

const cells = await timed(500, (i) => session.execute(`const v${i % 50} = ${i}; v${i % 50} + 1`));
figures["cells 5 to 54"] = median(cells.slice(5, 55));
figures["cells 450 to 499"] = median(cells.slice(450));
figures["trivial cell"] = median(await timed(100, (i) => session.execute(`1 + ${i}`)));
const begun = ["tf.ten", "d3.sca", "con", "plot({ y: [1] }).da", "Math.", "fro"];
figures.completion = median(
  await timed(60, (i) => session.complete(begun[i % 6] as string, (begun[i % 6] as string).length)),
);
session.close();
for (const [what, ms] of Object.entries(figures)) console.log(`${what.padEnd(38)} ${ms.toFixed(1)} ms`);
