import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Laboratory, laboratory } from "./session.ts";

describe("modules in a session", () => {
  let lab: Laboratory;
  before(async () => {
    lab = laboratory();
  });
  after(() => lab.close());

  const write = (name: string, text: string): void => {
    const path = join(lab.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };

  it("are Node's own, by every way of importing", async () => {
    await lab.value(
      'import { basename } from "node:path"; import * as os from "node:os"; import fs from "fs";',
    );
    assert.equal(
      await lab.value('basename("/a/b.c") + typeof os.cpus + typeof fs.readFileSync'),
      "b.cfunctionfunction",
    );
    assert.equal(await lab.value('(await import("node:path")).basename("/x/y")'), "y");
    assert.match((await lab.trouble("basename(3)")).evalue, /not assignable to parameter of type 'string'/);
  });

  it("are files of the notebook's folder, with their types", async () => {
    write(
      "words.ts",
      "export const words: string[] = ['a', 'b'];\nexport default function join(list: string[]): string { return list.join('-'); }\n",
    );
    await lab.value('import join, { words } from "./words.ts";');
    assert.equal(await lab.value("join(words)"), "a-b");
    assert.match((await lab.trouble("join([1])")).evalue, /Type 'number' is not assignable to type 'string'/);
    write("plain.mjs", "export const six = 6;\nawait null;\n");
    assert.equal(await lab.value('import { six } from "./plain.mjs"; six'), 6);
    write("data.json", '{ "list": [1, 2, 3] }');
    assert.equal(await lab.value('import data from "./data.json"; data.list.length'), 3);
    assert.equal(await lab.value('(await import("./data.json")).default.list[2]'), 3);
  });

  it("are packages of the folder: ES modules, CommonJS, with conditions and without types", async () => {
    write(
      "node_modules/modern/package.json",
      '{ "name": "modern", "type": "module", "exports": { "import": "./i.js", "types": "./i.d.ts" } }',
    );
    write(
      "node_modules/modern/i.js",
      "export const version = 2; export default class Thing { hi() { return 'hi'; } }",
    );
    write(
      "node_modules/modern/i.d.ts",
      "export const version: number; export default class Thing { hi(): string }",
    );
    write("node_modules/old/package.json", '{ "name": "old", "main": "o.js" }');
    write(
      "node_modules/old/o.js",
      "module.exports = function twice(n) { return 2 * n; }; module.exports.named = 1;",
    );
    assert.equal(
      await lab.value('import Thing, { version } from "modern"; new Thing().hi() + version'),
      "hi2",
    );
    assert.equal(await lab.value('import twice from "old"; twice(4)'), 8);
    assert.equal(await lab.value('import * as old from "old"; old.named'), 1);
    assert.match((await lab.trouble("new Thing().ho()")).evalue, /'ho' does not exist/);
  });

  it("are not needed for types that nothing runs", async () => {
    write("node_modules/only-types/package.json", '{ "name": "only-types", "types": "t.d.ts" }');
    write("node_modules/only-types/t.d.ts", "export interface Shape { sides: number }");
    assert.equal(
      await lab.value(
        'import type { Shape } from "only-types"; const shape: Shape = { sides: 3 }; shape.sides',
      ),
      3,
    );
  });

  it("that are missing are named, and so is the line", async () => {
    const { evalue, traceback } = await lab.trouble('const a = 1;\nimport { b } from "not-here";\nb');
    assert.equal(
      evalue,
      'cannot find module "not-here": install it in the notebook\'s folder with npm install',
    );
    assert.match(
      traceback.join("\n"),
      /In \[\d+\], line 2\n[\s\S]*> 2 \| import \{ b \} from "not-here";\n\s+\|\s+\^/,
    );
    assert.match((await lab.trouble('await import("not-here")')).evalue, /cannot find module "not-here"/);
    assert.match((await lab.trouble('import "./gone.ts"')).evalue, /gone\.ts/);
  });

  it("that throw as they load show that error", async () => {
    write("broken.mjs", "throw new RangeError('broken on purpose');");
    const { ename, evalue } = await lab.trouble('import "./broken.mjs"');
    assert.deepEqual([ename, evalue], ["RangeError", "broken on purpose"]);
  });

  it("bring the prelude, without imports, in a folder without packages, with types", async () => {
    assert.deepEqual(await lab.value("d3.range(3)"), [0, 1, 2]);
    assert.equal(await lab.value("aq.table({ a: [1, 2] }).numRows()"), 2);
    assert.deepEqual(await lab.value("[...tf.tidy(() => tf.ones([2]).add(1).dataSync())]"), [2, 2]);
    assert.match(String(await lab.value('cost(llms["vicuna-7b"], from(12, proxyV())).flops')), /^\d{13,}$/);
    assert.deepEqual(await lab.value("plot({ y: [1, 2] }).data"), [{ y: [1, 2] }]);
    assert.match((await lab.trouble("tf.ones([2]).sub()")).evalue, /Expected 1 arguments/);
    assert.match((await lab.trouble("cost(3)")).evalue, /argument|assignable/);
  });

  it("bring the same library by its name, as one imports it elsewhere", async () => {
    assert.equal(
      await lab.value(
        'import { tf as same, plot as drawn, from as since } from "proxylab"; same === tf && drawn === plot && since === from',
      ),
      true,
    );
    assert.equal(
      await lab.value('import * as tfjs from "@tensorflow/tfjs"; tfjs.engine() === tf.engine()'),
      true,
    );
  });
});
