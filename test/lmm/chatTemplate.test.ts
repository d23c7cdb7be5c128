import assert from "node:assert/strict";
import { ChatTemplate, type Message } from "../../src/lmm/chatTemplate.ts";
import { openGguf } from "../../src/lmm/gguf/file.ts";
import { goldenFolder, goldenJson } from "../support/golden.ts";

const hi: Message[] = [{ role: "user", content: "hi" }];
const refused = (source: string, words: RegExp) =>
  assert.throws(() => new ChatTemplate("a.gguf", source).render(hi), {
    name: "Failure",
    message: new RegExp(`a\\.gguf has a chat template that cannot be used: .*${words.source}`),
  });

describe("a chat template", () => {
  it("makes of conversations what transformers makes of them", async () => {
    const file = await openGguf(goldenFolder("gguf/tiny.gguf"));
    file.close();
    const template = new ChatTemplate(file.path, file.metadata.text("tokenizer.chat_template"));
    const { chats } = goldenJson<{ chats: [Message[], boolean, string][] }>("gguf/tokenizer.json");
    for (const [messages, answer, expected] of chats)
      assert.equal(template.render(messages, { answer }), expected);
  });

  it("that is broken, too long or has no end is refused with the file's name", () => {
    refused("{% for x in %}", /./);
    refused("{{ raise_exception('no') }}", /./);
    refused("x".repeat(20_001), /20001 characters/);
    refused(
      "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
      /does not end/,
    );
  }).timeout(20_000);

  it("reaches nothing but its messages", () => {
    for (const reach of [
      "messages.constructor",
      "messages[0].constructor.constructor",
      "process",
      "globalThis",
      "require",
      "''.constructor",
    ])
      assert.ok(!/function|object|native/i.test(rendered(`{{ ${reach} }}`)), reach);
  });
});

function rendered(source: string): string {
  try {
    return new ChatTemplate("a.gguf", source).render(hi);
  } catch {
    return "";
  }
}
