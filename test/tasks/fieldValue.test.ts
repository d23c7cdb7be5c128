import assert from "node:assert/strict";
import { page, split } from "../../datasets/pages/index.ts";
import { fieldValue } from "../../src/tasks/fieldValue.ts";
import { exactMatch } from "../../src/tasks/metrics/exactMatch.ts";

describe("the task of finding a field's value", () => {
  it("asks for a key that stands on the page, and the answer is what stands behind it", () => {
    for (let index = 0; index < 50; index++) {
      const { question, answer } = fieldValue.example("test", index);
      const { lines } = page(split("test", index));
      assert.ok(lines.includes(`${question}: ${answer}`), `${question}: ${answer} in ${lines}`);
    }
  });

  it("gives the same example for the same index, and other pages in other splits", () => {
    const [one, again] = [fieldValue.example("dev", 3), fieldValue.example("dev", 3)];
    assert.deepEqual(one, again);
    assert.notDeepEqual(one.picture, fieldValue.example("test", 3).picture);
  });

  it("scores to the letter, white space around the answer aside", () => {
    assert.equal(exactMatch(" $123 ", "$123"), 1);
    assert.equal(exactMatch("$124", "$123"), 0);
    assert.equal(exactMatch("", "$123"), 0);
    assert.equal(exactMatch("paris", "Paris"), 0);
  });
});
