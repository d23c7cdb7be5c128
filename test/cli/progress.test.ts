import assert from "node:assert/strict";
import { progress, span } from "../../src/cli/progress.ts";

/** A stream that keeps what is written to it. */
function listener(isTTY: boolean): { out: NodeJS.WriteStream; text: () => string } {
  const parts: string[] = [];
  const out = { isTTY, write: (part: string) => parts.push(part) } as unknown as NodeJS.WriteStream;
  return { out, text: () => parts.join("") };
}

describe("a progress bar", () => {
  it("redraws one line on a terminal, and ends it once", () => {
    const { out, text } = listener(true);
    const bar = progress("work", out);
    bar.update(1, 4, "note");
    bar.end();
    assert.equal(text().split("\n").length, 2);
    assert.match(text(), /work .* 25 % {2}note, begun/);
    assert.match(text(), /100 % {2}0 s\n$/);
  });

  it("writes whole lines elsewhere, few of them", () => {
    const { out, text } = listener(false);
    const bar = progress("work", out);
    for (let done = 0; done <= 100; done++) bar.update(done, 100);
    bar.end();
    assert.equal(text().trimEnd().split("\n").length, 2);
    assert.ok(!text().includes("\r"));
  });

  it("tells spans in seconds, then in minutes", () => {
    assert.equal(span(4_400), "4 s");
    assert.equal(span(89_000), "89 s");
    assert.equal(span(150_000), "3 min");
  });
});
