import assert from "node:assert/strict";
import { UsageError } from "../../src/errors.ts";
import { caseNames, help, request } from "./arguments.ts";

describe("the bench's command line", () => {
  it("measures everything five times when nothing is said", () => {
    const everything = { cases: caseNames, threads: [1, 2], precisions: ["float32", "bfloat16"], runs: 5 };
    assert.deepEqual(request([]), { ...everything, pytorch: true });
  });

  it("takes values behind a space or an equals sign, cases in their own order", () => {
    const asked = request(["--case=prefill,step", "--threads", "2", "--precision=float32", "--runs", "7"]);
    assert.deepEqual(asked, {
      cases: ["step", "prefill"],
      threads: [2],
      precisions: ["float32"],
      runs: 7,
      pytorch: true,
    });
  });

  it("knows JSON in a file from JSON in place of the table", () => {
    assert.deepEqual(request(["--json", "out.json"])?.json, { file: "out.json" });
    assert.deepEqual(request(["--json=out.json"])?.json, { file: "out.json" });
    assert.deepEqual(request(["--json"])?.json, {});
    assert.deepEqual(request(["--json", "--quick"])?.json, {});
    assert.equal(request(["--quick"])?.json, undefined);
  });

  it("measures twice when it must be quick, and goes without PyTorch when told", () => {
    const asked = request(["--quick", "--no-pytorch"]);
    assert.equal(asked?.runs, 2);
    assert.equal(asked?.pytorch, false);
  });

  it("asks for help before anything else", () => {
    assert.equal(request(["--quick", "--help"]), undefined);
    for (const name of caseNames) assert.ok(help.includes(name));
  });

  const wrong: [args: string[], message: RegExp][] = [
    [["--case", "stepp"], /unknown case "stepp"; did you mean step\?/],
    [["--precision", "float16"], /unknown precision "float16"; did you mean (b?float)/],
    [["--threads", "0"], /--threads 0: expected a whole number from 1 on/],
    [["--runs", "many"], /--runs many: expected/],
    [["--runs"], /option --runs needs a value/],
    [["--runs", "--quick"], /option --runs needs a value/],
    [["--thread", "1"], /unknown option --thread; did you mean --threads\?/],
    [["step"], /unexpected word "step"/],
  ];
  for (const [args, message] of wrong) {
    it(`refuses ${args.join(" ")}`, () => {
      assert.throws(
        () => request(args),
        (error: Error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }
});
