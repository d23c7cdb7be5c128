import assert from "node:assert/strict";
import { draw } from "../../src/pages/draw.ts";
import { nanoPages, smolPages } from "../../src/pages/setting.ts";
import { linesOf } from "../../src/pages/text.ts";
import { pageAlphabet } from "../../src/tasks/alphabet.ts";
import { tasksAt } from "../../src/tasks/index.ts";
import { readingOf } from "../../src/tasks/reading.ts";

for (const setting of [nanoPages, smolPages]) {
  for (const [name, task] of Object.entries(tasksAt(setting))) {
    describe(`${name} on ${setting.size} pixels`, () => {
      const samples = (["train", "dev", "test"] as const).flatMap((split) =>
        Array.from({ length: 60 }, (_, i) => task.sample(split, i)),
      );

      it("is decided by split and index, in whatever order samples are asked for", () => {
        const again = task.sample("dev", 7);
        task.sample("train", 3);
        assert.deepEqual(task.sample("dev", 7), again);
        assert.deepEqual(draw(task.sample("dev", 7).page), draw(again.page));
        assert.notDeepEqual(task.sample("train", 7).page, again.page);
      });

      it("keeps every letter on the page and inside the alphabet", () => {
        for (const sample of samples) {
          for (const { text, box } of linesOf(sample.page)) {
            assert.ok(
              Math.min(...box) >= -1 && Math.max(...box) <= setting.size + 1,
              `${sample.id}: ${text}`,
            );
          }
          const said = [readingOf(sample, setting), ...sample.turns].map(
            (turn) => turn.question + turn.answer,
          );
          for (const character of said.join(""))
            assert.ok(pageAlphabet.includes(character), `${sample.id}: ${character}`);
        }
      });

      it("scores its own answers with 1, and nothing said with less", () => {
        for (const { turns } of samples)
          for (const { question, answer } of turns) {
            assert.ok(question.length > 0 && answer.length > 0);
            assert.equal(task.score(answer, answer), 1);
            assert.ok(task.score("", answer) < 0.5);
          }
      });
    });
  }
}
