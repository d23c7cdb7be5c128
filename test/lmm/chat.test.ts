import assert from "node:assert/strict";
import { startEngine } from "../../src/backend/start.ts";
import { Chat } from "../../src/lmm/chat.ts";
import type { LMM } from "../../src/lmm/lmm.ts";
import { load } from "../../src/lmm/load.ts";
import { nanoConfig } from "../../src/lmm/nano.ts";
import { languageOf } from "../../src/lmm/pretrained/decoder.ts";
import type { Picture } from "../../src/lmm/prompt.ts";
import { ignored } from "../../src/nn/crossEntropy.ts";
import { goldenFolder } from "../support/golden.ts";

const picture: Picture = { crops: [new Float32Array()] };
const turns = [
  { question: " What is the total? ", answer: "12.50" },
  { question: "And the date?", answer: "3 May" },
];

describe("a conversation with a model", () => {
  let lmm: LMM;
  before(async () => {
    await startEngine({ quiet: true });
    lmm = await load(goldenFolder("gguf/tiny.gguf"));
  });
  after(() => lmm.dispose());
  const language = () => languageOf(lmm.config.pretrained as NonNullable<LMM["config"]["pretrained"]>);

  it("is laid out by the decoder's own template, token for token, with or without words of its own beforehand", () => {
    const { tokenizer, template } = language();
    for (const system of ["", "Be brief."]) {
      const messages = [
        ...(system ? [{ role: "system" as const, content: system }] : []),
        { role: "user" as const, content: "What is the total?" },
      ];
      const expected = tokenizer.encode(template.render(messages, { answer: true }));
      const chat = Chat.with(lmm, { system });
      assert.deepEqual(chat.ask(turns[0]?.question as string).parts, [expected]);
      const [opening, shown, question] = chat.ask("What is the total?", picture).parts;
      assert.equal(shown, picture);
      assert.deepEqual([...(opening as number[]), ...(question as number[])], expected);
      assert.ok((opening as number[]).length > 0, "something stands before the picture");
    }
  });

  it("with several turns has their tokens in a row, and learns answers and what ends them, and nothing else", () => {
    const { tokenizer, template } = language();
    const { parts, labels } = Chat.with(lmm, { system: "" }).lesson(turns);
    const whole = template.render(
      turns.flatMap(({ question, answer }) => [
        { role: "user" as const, content: question.trim() },
        { role: "assistant" as const, content: answer },
      ]),
    );
    const ids = parts[0] as number[];
    assert.deepEqual([...ids, ...tokenizer.encode("\n")], tokenizer.encode(whole));
    assert.equal(labels.length, ids.length);
    const learned = labels.flatMap((label, i) => (label === ignored ? [] : [[label, ids[i]]]));
    assert.ok(learned.every(([label, id]) => label === id));
    const answers = turns.flatMap(({ answer }) => [...tokenizer.encode(answer), tokenizer.end]);
    assert.deepEqual(
      learned.map(([label]) => label),
      answers,
    );
  });

  it("about a picture has the same text tokens, and labels for each of them", () => {
    const chat = Chat.with(lmm);
    const [plain, seen] = [chat.lesson(turns), chat.lesson(turns, picture)];
    assert.deepEqual(seen.labels, plain.labels);
    assert.deepEqual([...(seen.parts[0] as number[]), ...(seen.parts[2] as number[])], plain.parts[0]);
    assert.equal(seen.parts[1], picture);
  });

  it("in characters begins with a token too, and ends questions and answers with tokens of their own", () => {
    const chat = Chat.with({ config: nanoConfig({ alphabet: "ab?" }) });
    assert.deepEqual(chat.ask("ab?", picture).parts, [[3], picture, [4, 5, 6, 0]]);
    const { parts, labels } = chat.lesson([
      { question: "a", answer: "b" },
      { question: "b", answer: "a" },
    ]);
    assert.deepEqual(parts, [[3, 4, 0, 5, 1, 3, 5, 0, 4, 1]]);
    assert.deepEqual(labels, [-1, -1, -1, 5, 1, -1, -1, -1, 4, 1]);
    assert.equal(chat.answer([4, 5, 1]), "ab");
    assert.throws(() => chat.lesson([]), /at least one question/);
  });
});
