import assert from "node:assert/strict";
import fc from "fast-check";
import { countriesOf } from "../../datasets/sources/countries.ts";
import { random } from "../../src/pages/random.ts";
import { nanoPages } from "../../src/pages/setting.ts";
import { docVqa } from "../../src/tasks/docVqa.ts";
import { redraw } from "../../src/tasks/redraw.ts";

describe("redrawn numbers", () => {
  it("keep their form: length, points, commas, units, and no zero in front that was not there", () => {
    const numbers = fc.constantFrom(
      "19,625,353",
      "0.5%",
      "$29.53",
      "1,600 km",
      "-2.4%",
      "7",
      "12 June 1984",
      "0",
    );
    fc.assert(
      fc.property(numbers, fc.nat(), (value, seed) => {
        const drawn = redraw(value, random(seed));
        assert.equal(drawn.replaceAll(/\d/g, "0"), value.replaceAll(/\d/g, "0"));
        for (const [, digit] of drawn.matchAll(/(?<![\d.,])(\d)(?=\d)/g)) assert.notEqual(digit, "0", drawn);
      }),
    );
  });

  it("are other numbers, and words stay as they are", () => {
    const drawn = new Set(Array.from({ length: 40 }, (_, seed) => redraw("19,625,353", random(seed))));
    assert.ok(drawn.size > 38 && !drawn.has("19,625,353"));
    assert.equal(redraw("Luanda", random(1)), "Luanda");
  });

  it("are what forms print: values of test countries do not come up with their own digits", () => {
    const real = new Set(countriesOf("test").flatMap(({ facts }) => facts.map(({ value }) => value)));
    const long = Array.from({ length: 300 }, (_, i) => docVqa(nanoPages).sample("test", i))
      .filter(({ page }) => page.layout === "form")
      .flatMap(({ turns }) => turns.map(({ answer }) => answer))
      .filter((answer) => answer.replaceAll(/\D/g, "").length >= 5);
    assert.ok(long.length > 20);
    assert.deepEqual(
      long.filter((answer) => real.has(answer)),
      [],
    );
  });
});
