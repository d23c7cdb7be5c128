import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toPng } from "../../src/pages/draw.ts";
import { nanoPages } from "../../src/pages/setting.ts";
import { pageTasks } from "../../src/tasks/index.ts";
import { proxylab, proxylabMany } from "../support/commandLine.ts";

describe("proxylab show", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "proxylab-show-"));
    mkdirSync(join(folder, "pictures"));
    writeFileSync(join(folder, "pictures/a.png"), toPng(pageTasks.docVqa(nanoPages).sample("test", 0).page));
    const good = { image: "a.png", question: "What?", answers: ["yes", "no"] };
    writeFileSync(
      join(folder, "val.jsonl"),
      `${JSON.stringify(good)}\n{\n${JSON.stringify({ ...good, image: "b.png" })}\n`,
    );
  });
  after(() => rmSync(folder, { recursive: true }));
  const own = () => [
    "--questions",
    join(folder, "val.jsonl"),
    "--pictures",
    join(folder, "pictures"),
    "--out",
    folder,
  ];

  it("draws a sheet of a task", () => {
    const { code, out } = proxylab("show", "ocr", "--pages", "nano", "--n", "2", "--out", folder);
    assert.equal(code, 0);
    assert.equal(out.trim(), join(folder, "tasks-ocr-nano.jpg"));
    assert.ok(existsSync(out.trim()));
  });

  it("draws a sheet of files of one's own; a bad line is named, or left out and told", () => {
    const strict = proxylab("show", "docVqa", ...own());
    assert.equal(strict.code, 1);
    assert.match(strict.err, /val\.jsonl:2: this line is not JSON/);
    const lenient = proxylab("show", "docVqa", ...own(), "--skip-bad");
    assert.equal(lenient.code, 0);
    assert.match(lenient.err, /1 questions can be asked; 2 were left out/);
    assert.match(lenient.err, /val\.jsonl:3: cannot read .*b\.png: no such file/);
    assert.ok(existsSync(join(folder, "docVqa-val.jpg")));
  });

  it("asks for what it needs", () => {
    const refused: [string[], RegExp][] = [
      [["docVaq"], /unknown task "docVaq"; did you mean docVqa\?/],
      [[], /which task\? there are docVqa/],
      [["ocr", "--n", "0"], /expected 1 to 400 pages/],
      [["ocr", "--pages", "big"], /unknown --pages "big"/],
      [["ocr", "--questions", "x.jsonl"], /needs --pictures/],
      [["all", "--questions", "x.jsonl"], /needs one task/],
    ];
    const endings = proxylabMany(refused.map(([args]) => ["show", ...args]));
    for (const [i, { code, err }] of endings.entries()) {
      assert.equal(code, 2, err);
      assert.match(err, refused[i]?.[1] as RegExp);
    }
  });
});
