import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { pointsOf, unitsOf } from "../../../kernel/protocol/codePoints.ts";
import { addressOf, readConnection } from "../../../kernel/protocol/connection.ts";
import { framesOf, jsonOf, messageOf, type Outgoing } from "../../../kernel/protocol/message.ts";
import { Printed } from "../../../kernel/protocol/printed.ts";
import { Signer } from "../../../kernel/protocol/signature.ts";
import { Failure } from "../../../src/errors.ts";
import { temporaryFolder } from "../../support/folder.ts";

const secret = { hash: "sha256", key: "a-key" };

/** The frames of a request, as bytes. */
const bytesOf = (content: object, signer = new Signer(secret)): Buffer[] =>
  framesOf(
    { identities: ["me"], type: "x_request", parent: undefined, content: JSON.stringify(content) },
    signer,
  ).map((frame) => Buffer.from(frame));

describe("a message", () => {
  it("comes back from its frames, with identities and buffers", () => {
    const [first, ...rest] = bytesOf({ a: "🎉" });
    const read = messageOf([first as Buffer, ...rest, Buffer.from([1, 2])], new Signer(secret));
    assert.deepEqual(read?.content, { a: "🎉" });
    assert.equal(read?.header.msg_type, "x_request");
    assert.deepEqual(read?.identities.map(String), ["me"]);
    assert.deepEqual(
      read?.buffers.map((buffer) => [...buffer]),
      [[1, 2]],
    );
  });

  it("has the signature that the protocol's description asks for", () => {
    // HMAC-SHA256 of RFC 4231, test case 2.
    const signer = new Signer({ hash: "sha256", key: "Jefe" });
    const signature = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assert.equal(signer.sign([Buffer.from("what do ya want "), Buffer.from("for nothing?")]), signature);
  });

  it("is dropped when any frame or the signature was changed, or the key is another", () => {
    const frames = bytesOf({ a: 1 });
    assert.equal(messageOf(frames, new Signer({ ...secret, key: "another" })), undefined);
    fc.assert(
      fc.property(
        fc.nat(frames.length - 2),
        fc.nat(1000),
        fc.integer({ min: 1, max: 255 }),
        (which, at, by) => {
          const changed = frames.map((frame) => Buffer.from(frame));
          const frame = changed[which + 1] as Buffer;
          if (which === 0) return;
          const place = at % frame.length;
          frame[place] = (frame[place] as number) ^ by;
          assert.equal(messageOf(changed, new Signer(secret)), undefined);
        },
      ),
    );
  });

  it("is taken once: what was recorded and sent again is not done twice", () => {
    const signer = new Signer(secret);
    const frames = bytesOf({ a: 1 });
    assert.ok(messageOf(frames, signer));
    assert.equal(messageOf(frames, signer), undefined);
    assert.ok(messageOf(bytesOf({ a: 1 }), signer));
  });

  it("is dropped, whatever the frames hold", () => {
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc
        .constantFrom("<IDS|MSG>", "{}", "[]", "null", '{"msg_id":1,"msg_type":"x"}', '{"a":', "")
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 12 }), (frames) => {
        assert.equal(messageOf(frames, new Signer(secret)), undefined);
        assert.equal(messageOf(frames, new Signer({ ...secret, key: "" })), undefined);
      }),
    );
  });

  it("is JSON that UTF-8 can hold, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("\ud83c", "\udf89", "🎉", "\\", "ud83c", "a", '"')), (parts) => {
        const text = parts.join("");
        const json = jsonOf({ text });
        assert.equal(JSON.parse(json).text, Buffer.from(text).toString());
        assert.equal(Buffer.from(json).toString(), json);
      }),
    );
  });
});

describe("places", () => {
  it("in code points and code units name the same character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, point) => {
        const before = [...text].slice(0, point).join("");
        assert.equal(unitsOf(text, point), before.length);
        assert.equal(pointsOf(text, before.length), [...before].length);
      }),
    );
  });
});

describe("printed text", () => {
  const header = (msg_id: string) => ({
    msg_id,
    msg_type: "execute_request",
    session: "",
    username: "",
    date: "",
    version: "",
  });

  it("is one message as long as stream and cell stay the same, and never waits when there is much", () => {
    const sent: Outgoing[] = [];
    const printed = new Printed((message) => sent.push(message));
    printed.add("stdout", "a", header("1"));
    printed.add("stdout", "b", header("1"));
    printed.add("stderr", "c", header("1"));
    printed.add("stderr", "d", header("2"));
    printed.flush();
    printed.flush();
    assert.deepEqual(
      sent.map(({ content, parent }) => [JSON.parse(content), parent?.msg_id]),
      [
        [{ name: "stdout", text: "ab" }, "1"],
        [{ name: "stderr", text: "c" }, "1"],
        [{ name: "stderr", text: "d" }, "2"],
      ],
    );
    printed.add("stdout", "x".repeat(1e6), header("2"));
    assert.equal(sent.length, 4);
  });
});

describe("a connection file", () => {
  const path = temporaryFolder();
  const whole = {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port: 1001,
    control_port: 1002,
    iopub_port: 1003,
    stdin_port: 1004,
    hb_port: 1005,
    key: "k",
    signature_scheme: "hmac-sha256",
  };
  const read = (content: unknown) => {
    writeFileSync(path("c.json"), typeof content === "string" ? content : JSON.stringify(content));
    return readConnection(path("c.json"));
  };

  it("says where to listen: at the loopback unless it names another address", () => {
    assert.equal(addressOf(read(whole), "shell"), "tcp://127.0.0.1:1001");
    assert.equal(addressOf(read({ ...whole, ip: undefined }), "hb"), "tcp://127.0.0.1:1005");
    assert.equal(addressOf(read({ ...whole, ip: "0.0.0.0" }), "iopub"), "tcp://0.0.0.0:1003");
    assert.equal(addressOf(read({ ...whole, ip: "::1" }), "stdin"), "tcp://[::1]:1004");
    assert.equal(addressOf(read({ ...whole, transport: "ipc", ip: "/tmp/k" }), "shell"), "ipc:///tmp/k-1001");
  });

  it("that is missing, no JSON, or lacks something is refused in a sentence that names it", () => {
    const refused = (content: unknown, message: RegExp) =>
      assert.throws(
        () => read(content),
        (error: Error) =>
          error instanceof Failure && message.test(error.message) && !/\n/.test(error.message),
      );
    assert.throws(() => readConnection(path("none.json")), /none\.json: there is no such file/);
    refused("not json", /c\.json is not a JSON object/);
    refused("[]", /is not a JSON object: not an object/);
    for (const name of ["shell_port", "control_port", "iopub_port", "stdin_port", "hb_port", "key"])
      refused({ ...whole, [name]: undefined }, new RegExp(`lacks "${name}"`));
    for (const port of ["1", 0, 65_536, 1.5, null])
      refused({ ...whole, hb_port: port }, /as "hb_port"; expected a port from 1 to 65535/);
    refused({ ...whole, hb_port: 1001 }, /names a port twice/);
    refused({ ...whole, transport: "udp" }, /has "udp" as "transport"; expected "tcp" or "ipc"/);
    refused({ ...whole, signature_scheme: "hmac-nothing" }, /as "signature_scheme"; expected "hmac-sha256"/);
  });
});
