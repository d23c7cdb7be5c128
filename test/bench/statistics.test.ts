import assert from "node:assert/strict";
import { difference, exponent, median, summarise, timesAsFast } from "./statistics.ts";

describe("statistics of times", () => {
  it("take the middle, and the mean of the two middle ones of an even number", () => {
    assert.equal(median([5, 1, 9]), 5);
    assert.equal(median([4, 1, 9, 2]), 3);
    assert.throws(() => median([]), RangeError);
  });

  it("leave the order of the times as it was", () => {
    const times = [3, 1, 2];
    summarise(times);
    assert.deepEqual(times, [3, 1, 2]);
  });

  it("tell the spread as a share of the median", () => {
    assert.deepEqual(summarise([10, 12, 9, 11, 10]), { median: 10, min: 9, max: 12, spread: 0.3 });
  });

  it("divide medians, and neighbours for the range", () => {
    assert.deepEqual(timesAsFast([10, 20, 10], [20, 20, 40]), { ratio: 2, low: 1, high: 4 });
  });

  it("range over the rounds that both sides ran", () => {
    assert.deepEqual(timesAsFast([10], [30, 20, 10]), { ratio: 2, low: 3, high: 3 });
  });

  it("measure differences against the largest number", () => {
    assert.equal(difference([1, -4.5], [1, -4]), 0.125);
    assert.equal(difference([2], [2]), 0);
    assert.ok(Number.isNaN(difference([1, 2], [1])));
  });

  it("find the power by which something grows", () => {
    const points = [1, 2, 4].map((x) => ({ x, y: 3 * x ** 2 }));
    assert.ok(Math.abs(exponent(points) - 2) < 1e-12);
  });
});
