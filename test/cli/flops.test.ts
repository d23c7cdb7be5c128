import assert from "node:assert/strict";
import { type Ending, proxylab, proxylabMany } from "../support/commandLine.ts";

const flops = (...args: string[]): string[] => ["flops", ...args];
const vicuna = (...args: string[]): string[] => flops("--llm", "vicuna-7b", "--vision", "576", ...args);

interface Report {
  readonly llm: string;
  readonly route: string;
  readonly from: number;
  readonly baselineFlops: number;
  readonly flops: number;
  readonly reducedPct: number;
  readonly layers: readonly {
    route: string;
    flops: number;
    byOperation: Record<string, number>;
    byKind: Record<string, number>;
  }[];
}

const reportOf = ({ code, out, err }: Ending): Report => {
  assert.equal(code, 0, err);
  assert.equal(err, "");
  assert.ok(out.endsWith("}\n") && out.trim().split("\n").length === 1, "one line of JSON");
  return JSON.parse(out) as Report;
};

/** Exit code 2 and one sentence that names the value; nothing else anywhere. */
function assertRefused({ code, out, err }: Ending, named: string | RegExp): void {
  assert.equal(code, 2, err);
  assert.equal(out, "");
  assert.match(err, /^proxylab: [^\n]+\n$/, "one sentence");
  assert.ok(!/\n? {4}at |Error:|\bundefined\b|\[object|not foreseen/.test(err), err);
  if (typeof named === "string") assert.ok(err.includes(named), err);
  else assert.match(err, named);
}

describe("proxylab flops, as a command of its own", () => {
  it("gives with --json what the paper's table says, and nothing else", () => {
    const report = reportOf(
      proxylab(...flops("--llm", "vicuna-7b", "--route", "proxyV", "--from", "12", "--json")),
    );
    assert.deepEqual(Object.keys(report), [
      "llm",
      "route",
      "from",
      "baselineFlops",
      "flops",
      "reducedPct",
      "layers",
    ]);
    assert.deepEqual(
      [report.llm, report.route, report.from, report.layers.length],
      ["vicuna-7b", "proxyV", 12, 32],
    );
    assert.ok(Math.abs(report.reducedPct - 45.46) < 0.01);
    assert.ok(Math.abs(report.baselineFlops / 1e12 - 42.53) < 0.01);
    for (const { route, flops: own, byOperation, byKind, ...rest } of report.layers) {
      assert.deepEqual(rest, {});
      assert.ok(["full", "proxyV"].includes(route));
      for (const parts of [byOperation, byKind])
        assert.equal(
          Object.values(parts).reduce((a, b) => a + b, 0),
          own,
        );
    }
    assert.equal(
      report.layers.reduce((sum, layer) => sum + layer.flops, 0),
      report.flops,
    );
  });

  it("refuses with exit code 2, one sentence on standard error, and nothing on standard output", () => {
    assertRefused(proxylab(...flops("--llm", "vicuna-8b")), /"vicuna-8b"; did you mean vicuna-/);
  });

  it("shows where it happened only with --verbose", () => {
    const { code, out, err } = proxylab(...flops("--llm", "vicuna-8b"), "--verbose");
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^proxylab: UsageError: unknown LLM "vicuna-8b".*\n {4}at /);
  });
});

describe("proxylab flops refuses what cannot be meant", () => {
  const cases: [string[], string | RegExp][] = [
    [[], "needs --llm"],
    [["--llm", "gpt-5"], '"gpt-5"'],
    [["--llm", "constructor"], '"constructor"'],
    [["--llm"], "--llm needs a value"],
    [vicuna("--route", "proxyW").slice(1), /"proxyW"; did you mean proxyV\?/],
    [vicuna("--route", "toString").slice(1), '"toString"'],
    [vicuna("--route", "visionZip+nothing").slice(1), '"nothing"'],
    [vicuna("--route", "").slice(1), '""'],
    [vicuna("--facto", "4").slice(1), /unknown option --facto; did you mean --factor\?/],
    [vicuna("--constructor", "4").slice(1), "--constructor"],
    [vicuna("-x").slice(1), "-x"],
    [vicuna("proxyV").slice(1), '"proxyV"'],
    [vicuna("--route", "full", "--factor", "4").slice(1), /route "full" has no option "factor"; it has none/],
    [vicuna("--route", "proxyV", "--from", "33").slice(1), /route "proxyV": start layer 33 .*use 0 to 32/],
    [vicuna("--route", "proxyV", "--from", "-1").slice(1), "--from -1"],
    [vicuna("--route", "proxyV", "--from", "1.5").slice(1), "--from 1.5"],
    [vicuna("--route", "proxyV", "--from", "twelve").slice(1), "--from twelve"],
    [vicuna("--route", "fastV", "--from", "0").slice(1), /"fastV".*layer 1 or later, not 0/],
    [vicuna("--route", "fastV", "--from", "32").slice(1), /"fastV": layer 32 .*use 0 to 31/],
    [
      vicuna("--route", "proxyV", "--factor", "5").slice(1),
      "factor 5 does not divide the 24 x 24 grid of a crop; use 2, 3, 4, 6, 8, 12, 24",
    ],
    [vicuna("--route", "proxyV", "--factor", "0").slice(1), "factor 0"],
    [vicuna("--route", "proxyV", "--factor", "-4").slice(1), "factor -4"],
    [vicuna("--route", "proxyV", "--factor", "2.5").slice(1), "factor 2.5"],
    [vicuna("--route", "proxyV", "--factor", "four").slice(1), "--factor four"],
    [vicuna("--route", "proxyV", "--factor", "1/0").slice(1), "--factor 1/0"],
    [vicuna("--route", "proxyV", "--sees", "all").slice(1), 'sees "all"'],
    [vicuna("--route", "proxyV", "--positions", "sideways").slice(1), 'positions "sideways"'],
    [vicuna("--route", "proxyVNonSpatial", "--positions", "sideways").slice(1), 'positions "sideways"'],
    [vicuna("--route", "proxyV", "--ratio", "1/3").slice(1), /ratio 0\.33/],
    [vicuna("--route", "proxyV", "--ratio", "-1").slice(1), "ratio -1"],
    [vicuna("--route", "proxyVNonSpatial", "--queries", "0").slice(1), "queries 0"],
    [vicuna("--route", "proxyVNonSpatial", "--queries", "2.5").slice(1), "queries 2.5"],
    [vicuna("--route", "visionZip+proxyV").slice(1), /no longer fill a grid.*learnedPooling/],
    [vicuna("--route", "fastV+proxyV", "--from", "12").slice(1), /no longer fill a grid/],
    [vicuna("--route", "fastV+proxyVNonSpatial", "--from", "12").slice(1), /no longer have equally many/],
    [vicuna("--route", "visionZip", "--dominant", "600").slice(1), "600 dominant"],
    [vicuna("--route", "visionZip", "--contextual", "-3").slice(1), "-3 contextual"],
    [vicuna("--route", "fastV", "--keep", "1.5").slice(1), "keep 1.5"],
    [vicuna("--route", "fastV", "--keep", "0").slice(1), "keep 0"],
    [vicuna("--route", "pyramidDrop", "--layers", "2,x").slice(1), "--layers x"],
    [vicuna("--route", "pyramidDrop", "--layers", "2,40").slice(1), "layer 40"],
    [vicuna("--route", "skipAttention", "--kind", "proxy").slice(1), '"proxy"'],
    [vicuna("--route", "skipFfn", "--update", "heavyMlp").slice(1), '"heavyMlp"'],
    [["--llm", "vicuna-7b", "--vision", "2881"], "--vision 2881: expected a multiple of 576"],
    [["--llm", "vicuna-7b", "--vision", "0"], "--vision 0"],
    [["--llm", "vicuna-7b", "--vision", "-576"], "--vision -576"],
    [["--llm", "vicuna-7b", "--vision", "576.0"], "--vision 576.0"],
    [["--llm", "vicuna-7b", "--vision", "1e3"], "--vision 1e3"],
    [vicuna("--text", "-5").slice(1), "--text -5"],
    [vicuna("--text", "1.5").slice(1), "--text 1.5"],
    [vicuna("--text", "0").slice(1), "text 0"],
    [vicuna("--text", "").slice(1), "--text"],
    [vicuna("--newline", "-1").slice(1), "--newline -1"],
    [vicuna("--scores", "all").slice(1), 'scores "all"'],
  ];
  let endings: Ending[];
  before(() => {
    endings = proxylabMany([
      ...cases.map(([args]) => flops(...args)),
      ["flop"],
      ["constructor"],
      ["--flops"],
    ]);
  });
  for (const [i, [args, named]] of cases.entries()) {
    it(args.join(" ") || "nothing", () => assertRefused(endings[i] as Ending, named));
  }
  it("a command that is none", () => {
    assertRefused(endings[cases.length] as Ending, /unknown command "flop"; did you mean flops\?/);
    assertRefused(endings[cases.length + 1] as Ending, '"constructor"');
    assertRefused(endings[cases.length + 2] as Ending, '"--flops"');
  });
});

describe("proxylab flops counts whatever its help names", () => {
  let help: string;
  let names: string[];
  let routes: string[];
  const endings = new Map<string, Ending>();
  const at = (...args: string[]): Ending =>
    endings.get(args.join(" ")) ?? assert.fail(`not run: ${args.join(" ")}`);

  before(() => {
    help = proxylabMany([["flops", "--help"]])[0]?.out ?? "";
    names = (/--route NAME +([^;]+);/.exec(help)?.[1] ?? "").split(",").map((name) => name.trim());
    const openings = ["fastV", "pyramidDrop", "visionZip"];
    routes = names.filter((name) => !openings.includes(name));
    const lines = [
      ...names.map((name) => vicuna("--route", name, "--json")),
      ...routes.flatMap((name) => ["0", "32"].map((k) => vicuna("--route", name, "--from", k, "--json"))),
      vicuna("--json"),
      vicuna("--route", "proxyV"),
      vicuna(
        "--route",
        "visionZip+proxyVNonSpatial",
        "--from",
        "12",
        "--queries",
        "16",
        "--dominant",
        "100",
        "--json",
      ),
      vicuna("--route", "visionZip", "--from", "3", "--json"),
      vicuna("--route", "proxyV", "--ratio", "1/8", "--json"),
      vicuna("--route", "proxyV", "--ratio", "0.125", "--json"),
      vicuna("--text", "300", "--newline", "24", "--json"),
      ...llms(help).map((name) => flops("--llm", name, "--vision", "576", "--json")),
    ];
    proxylabMany(lines).forEach((ending, i) => {
      endings.set((lines[i] as string[]).join(" "), ending);
    });
  });

  const llms = (text: string): string[] =>
    (/--llm NAME +(.+)/.exec(text)?.[1] ?? "").split(",").map((name) => name.trim());

  it("every route and opening, by itself", () => {
    assert.ok(names.length >= 9, names.join(" "));
    for (const name of names) {
      const report = reportOf(at(...vicuna("--route", name, "--json")));
      assert.equal(report.route, name);
      assert.equal(report.layers.length, 32);
      if (name !== "full" && name !== "maskAttention") assert.ok(report.reducedPct > 0, name);
    }
  });

  it("every route from layer 0, and from layer L on as if it were not there", () => {
    for (const name of routes) {
      const first = reportOf(at(...vicuna("--route", name, "--from", "0", "--json")));
      assert.deepEqual(new Set(first.layers.map(({ route }) => route)), new Set([name]));
      const never = reportOf(at(...vicuna("--route", name, "--from", "32", "--json")));
      assert.deepEqual([never.from, never.flops, never.reducedPct], [32, never.baselineFlops, 0]);
    }
  });

  it("every LLM", () => {
    assert.equal(llms(help).length, 6);
    for (const name of llms(help))
      assert.equal(reportOf(at(...flops("--llm", name, "--vision", "576", "--json"))).llm, name);
  });

  it("combinations, with each option going to the one that has it", () => {
    const report = reportOf(
      at(
        ...vicuna(
          "--route",
          "visionZip+proxyVNonSpatial",
          "--from",
          "12",
          "--queries",
          "16",
          "--dominant",
          "100",
          "--json",
        ),
      ),
    );
    assert.equal(report.from, 12);
    assert.ok(report.reducedPct > 70 && report.reducedPct < 90, `${report.reducedPct}`);
  });

  it("fractions as numbers", () => {
    const [fraction, number] = ["1/8", "0.125"].map((ratio) =>
      reportOf(at(...vicuna("--route", "proxyV", "--ratio", ratio, "--json"))),
    );
    assert.deepEqual(fraction, number);
  });

  it("other numbers of text and newline tokens, in both counts", () => {
    const more = reportOf(at(...vicuna("--text", "300", "--newline", "24", "--json")));
    const plain = reportOf(at(...vicuna("--json")));
    assert.equal(more.flops, more.baselineFlops);
    assert.ok(more.baselineFlops > (plain.baselineFlops * 900) / 627);
  });

  it("without --json in words, the percentage to two places", () => {
    const { code, out } = at(...vicuna("--route", "proxyV"));
    assert.equal(code, 0);
    assert.match(
      out,
      /^vicuna-7b, proxyV from layer 0 of 32\n {2}baseline +\d+\.\d\d TFLOPs\n {2}this +\d+\.\d\d TFLOPs\n {2}reduced +\d+\.\d\d %\n/,
    );
  });

  it("says on standard error, and only there, when --from changes nothing", () => {
    const { code, out, err } = at(...vicuna("--route", "visionZip", "--from", "3", "--json"));
    assert.equal(code, 0);
    assert.equal(err, "visionZip acts at the encoder, before layer 0; --from 3 changes nothing\n");
    assert.doesNotThrow(() => JSON.parse(out));
  });
});
