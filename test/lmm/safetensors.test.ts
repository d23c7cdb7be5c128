import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { Failure } from "../../src/errors.ts";
import { openSafetensors, writeSafetensors } from "../../src/lmm/safetensors.ts";
import { toBfloat16 } from "../../src/nn/bfloat16.ts";
import { temporaryFolder } from "../support/folder.ts";

/** Bits as they are, so that NaN equals itself and -0 is not 0. */
const bits = (values: Float32Array): number[] => [
  ...new Uint32Array(values.buffer, values.byteOffset, values.length),
];

/** The bytes of a file, written here by the format's description and by nothing else. */
function bytesOf(header: unknown, data: Uint8Array = new Uint8Array(), claimed?: bigint): Buffer {
  const text = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(claimed ?? BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

/** Any bits at all, and often those half way between two bfloat16 numbers. */
const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.integer({ min: 0, max: 0xffff }).map((upper) => upper * 0x10000 + 0x8000),
);
const anyFloats = fc
  .array(word, { maxLength: 24 })
  .map((words) => new Float32Array(new Uint32Array(words).buffer));
const names = fc
  .string({ minLength: 1, maxLength: 12 })
  .filter((name) => name !== "__metadata__" && name !== "__proto__");

describe("a safetensors file", () => {
  const file = temporaryFolder();

  it("in float32 gives back every bit that was written, NaN, infinities and -0 included", () => {
    fc.assert(
      fc.property(fc.dictionary(names, anyFloats, { maxKeys: 4 }), (tensors) => {
        const written = Object.entries(tensors).map(
          ([name, values]) => [name, [values.length], values] as const,
        );
        writeSafetensors(file("a.safetensors"), written, { metadata: { made: "here" } });
        const opened = openSafetensors(file("a.safetensors"));
        assert.deepEqual(
          [...opened.entries.keys()],
          written.map(([name]) => name),
        );
        for (const [name, shape, values] of written) {
          assert.deepEqual(opened.entries.get(name)?.shape, shape);
          assert.deepEqual(bits(opened.read(name)), bits(values));
        }
        assert.deepEqual(opened.metadata, { format: "pt", made: "here" });
        opened.close();
      }),
      { numRuns: 40 },
    );
  });

  it("in bfloat16 gives back the nearest that there is, ties to even", () => {
    fc.assert(
      fc.property(anyFloats, (values) => {
        writeSafetensors(file("b.safetensors"), [["x", [values.length], values]], { dtype: "BF16" });
        const opened = openSafetensors(file("b.safetensors"));
        const read = opened.read("x");
        opened.close();
        values.forEach((value, i) => {
          const own = read[i] as number;
          if (Number.isNaN(value)) assert.ok(Number.isNaN(own));
          else assert.equal(own, nearestBfloat16(value));
        });
      }),
      { numRuns: 60 },
    );
  });

  it("rounds ties to even, overflow to infinity, and keeps NaN a NaN, by known bits", () => {
    const word = (hex: number) => new Float32Array(new Uint32Array([hex]).buffer);
    const cases: [number, number][] = [
      [0x3f800000, 0x3f80], // 1
      [0x3f808000, 0x3f80], // a tie, to the even one below
      [0x3f818000, 0x3f82], // a tie, to the even one above
      [0x3f808001, 0x3f81], // just above a tie
      [0x3f807fff, 0x3f80], // just below one
      [0xbf808000, 0xbf80],
      [0x7f7fffff, 0x7f80], // the largest float32 is nearer to infinity
      [0x7f800000, 0x7f80],
      [0xff800000, 0xff80],
      [0x80000000, 0x8000], // -0
      [0x00000001, 0x0000],
      [0x7f800001, 0x7fc0], // a NaN whose upper bits alone would be infinity
      [0x7fc00000, 0x7fc0],
      [0xffffffff, 0xffff],
    ];
    for (const [from, to] of cases)
      assert.equal(toBfloat16(word(from))[0]?.toString(16), to.toString(16), from.toString(16));
  });

  it("with half floats is read by the format's own values", () => {
    const halves = new Uint16Array([
      0x0000, 0x8000, 0x3c00, 0xc000, 0x3555, 0x7bff, 0x0001, 0x03ff, 0x7c00, 0xfc00, 0x7e00,
    ]);
    const header = { h: { dtype: "F16", shape: [11], data_offsets: [0, 22] } };
    writeFileSync(file("h.safetensors"), bytesOf(header, new Uint8Array(halves.buffer)));
    const opened = openSafetensors(file("h.safetensors"));
    const expected = [
      0,
      -0,
      1,
      -2,
      0.333251953125,
      65504,
      2 ** -24,
      1023 * 2 ** -24,
      Infinity,
      -Infinity,
      Number.NaN,
    ];
    assert.deepEqual([...opened.read("h")], expected);
    opened.close();
  });

  it("by another writer is read whatever the order of its header, with metadata and padding", () => {
    const floats = new Float32Array([1, 2, 3]);
    const ints = new Int32Array([-7, 8]);
    const data = Buffer.concat([new Uint8Array(ints.buffer), new Uint8Array(floats.buffer)]);
    const header = JSON.stringify({
      later: { dtype: "F32", shape: [3, 1], data_offsets: [8, 20] },
      __metadata__: { who: "someone" },
      earlier: { dtype: "I32", shape: [2], data_offsets: [0, 8] },
      nothing: { dtype: "F32", shape: [0, 5], data_offsets: [20, 20] },
      scalar: { dtype: "U8", shape: [], data_offsets: [20, 21] },
    });
    writeFileSync(file("o.safetensors"), bytesOf(`${header}     `, Buffer.concat([data, Buffer.from([9])])));
    const opened = openSafetensors(file("o.safetensors"));
    assert.deepEqual([...opened.read("later")], [1, 2, 3]);
    assert.deepEqual([...opened.read("earlier")], [-7, 8]);
    assert.deepEqual([...opened.read("nothing")], []);
    assert.throws(() => opened.read("scalar"), {
      name: "Failure",
      message: /tensor scalar is of type U8; expected F32, BF16, F16 or I32$/,
    });
    assert.throws(() => opened.read("other"), { name: "Failure", message: /no tensor named other$/ });
    opened.close();
  });
});

describe("a file that is not a whole safetensors file is refused in one sentence", () => {
  const file = temporaryFolder();
  const x = (entry: object = {}) => ({ x: { dtype: "F32", shape: [2], data_offsets: [0, 8], ...entry } });
  const eight = new Uint8Array(8);
  const cases: [string, Buffer, RegExp][] = [
    ["nothing", Buffer.alloc(0), /it has 0 bytes, fewer than the 8/],
    ["less than a length", Buffer.alloc(7), /it has 7 bytes/],
    ["a length and nothing else", bytesOf("", eight.subarray(0, 0), 5n), /claims 5 bytes of 8/],
    ["a header of no bytes", bytesOf("", eight, 0n), /claims 0 bytes/],
    ["a header larger than the file", bytesOf(x(), eight, 1_000n), /claims 1000 bytes of/],
    ["a header of 2^63 bytes", bytesOf(x(), eight, 2n ** 63n), /claims 9223372036854776000 bytes/],
    ["a header of 2^64 - 1 bytes", bytesOf(x(), eight, 2n ** 64n - 1n), /claims 18446744073709552000 bytes/],
    ["a header that is no JSON", bytesOf("{x: 1}", eight), /its header is not a JSON object/],
    ["a header that is a list", bytesOf([], eight), /its header is not a JSON object/],
    ["a header of text that is not UTF-8", bytesOf("\xff\xfe\xfd", eight), /its header is not a JSON object/],
    [
      "metadata that is not text",
      bytesOf({ __metadata__: { n: 1 }, ...x() }, eight),
      /its metadata holds something that is not text/,
    ],
    ["metadata that is a list", bytesOf({ __metadata__: [], ...x() }, eight), /its metadata/],
    ["a tensor described by a number", bytesOf({ x: 3 }, eight), /tensor x is not described by an object/],
    [
      "a type that the format does not know",
      bytesOf(x({ dtype: "F31" }), eight),
      /tensor x is of type F31; expected F64, F32/,
    ],
    [
      "a type that every object has",
      bytesOf(x({ dtype: "toString" }), eight),
      /tensor x is of type toString/,
    ],
    ["a type that is a number", bytesOf(x({ dtype: 32 }), eight), /tensor x is of type 32/],
    ["a negative length", bytesOf(x({ shape: [-2] }), eight), /tensor x has the shape \[-2\]/],
    ["a fractional length", bytesOf(x({ shape: [0.5, 4] }), eight), /tensor x has the shape \[0\.5,4\]/],
    ["a shape that is text", bytesOf(x({ shape: "2" }), eight), /tensor x has the shape "2"/],
    [
      "a length that overflows",
      bytesOf(x({ shape: [2 ** 53] }), eight),
      /tensor x has the shape \[9007199254740992\]/,
    ],
    [
      "lengths whose product overflows",
      bytesOf(x({ shape: [2 ** 40, 2 ** 40] }), eight),
      /tensor x of shape \[1099511627776,1099511627776\] needs/,
    ],
    [
      "a shape that needs more bytes than its offsets give",
      bytesOf(x({ shape: [3] }), eight),
      /needs 12 bytes, its offsets give 8/,
    ],
    [
      "offsets of three numbers",
      bytesOf(x({ data_offsets: [0, 4, 8] }), eight),
      /tensor x has the offsets \[0,4,8\]/,
    ],
    ["negative offsets", bytesOf(x({ data_offsets: [-8, 0] }), eight), /tensor x has the offsets \[-8,0\]/],
    ["offsets that go back", bytesOf(x({ data_offsets: [8, 0] }), eight), /its offsets give -8/],
    [
      "data before the first tensor",
      bytesOf(x({ data_offsets: [4, 12] }), new Uint8Array(12)),
      /tensor x begins at byte 4, expected 0/,
    ],
    [
      "data behind the last tensor",
      bytesOf(x(), new Uint8Array(9)),
      /its tensors take 8 bytes, and 9 are there/,
    ],
    ["data that is cut off", bytesOf(x(), new Uint8Array(7)), /its tensors take 8 bytes, and 7 are there/],
    [
      "tensors that overlap",
      bytesOf({ ...x(), y: { dtype: "F32", shape: [1], data_offsets: [4, 8] } }, eight),
      /tensor y begins at byte 4, expected 8/,
    ],
    [
      "two tensors in one place",
      bytesOf({ ...x(), y: { dtype: "F32", shape: [2], data_offsets: [0, 8] } }, eight),
      /tensor y begins at byte 0, expected 8/,
    ],
  ];
  for (const [what, bytes, sentence] of cases) {
    it(what, () => {
      writeFileSync(file("bad.safetensors"), bytes);
      const before = process.memoryUsage().arrayBuffers;
      assert.throws(() => openSafetensors(file("bad.safetensors")), refused(sentence));
      assert.ok(process.memoryUsage().arrayBuffers - before < 1e6, "nothing large was allocated");
    });
  }

  it("a file that is not there, and a folder", () => {
    assert.throws(
      () => openSafetensors(file("none.safetensors")),
      refused(/^cannot read .*none\.safetensors: no such file$/),
    );
    mkdirSync(file("folder.safetensors"));
    assert.throws(
      () => openSafetensors(file("folder.safetensors")),
      refused(/^cannot read .*folder\.safetensors: it is not a file$/),
    );
  });

  it("random bytes are refused or read, and never anything else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => reads(file("r.safetensors"), bytes)),
      { numRuns: 300 },
    );
  });

  it("a good file with some bytes changed, cut or added is refused or read, and never anything else", () => {
    const good = bytesOf(
      {
        __metadata__: { format: "pt" },
        a: { dtype: "F32", shape: [2, 2], data_offsets: [0, 16] },
        b: { dtype: "BF16", shape: [3], data_offsets: [16, 22] },
      },
      new Uint8Array(22).fill(63),
    );
    const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        fc.nat(good.length),
        fc.uint8Array({ maxLength: 3 }),
        fc.boolean(),
        (changes, length, more, cut) => {
          const bytes = Buffer.from(good);
          for (const { at, byte } of changes) bytes[at] = byte;
          reads(file("m.safetensors"), Buffer.concat([cut ? bytes.subarray(0, length) : bytes, more]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("a header with its numbers exchanged for odd ones is refused or read, and never anything else", () => {
    const odd = fc.constantFrom(
      -1,
      0,
      1,
      2,
      4,
      8,
      0.5,
      1e9,
      2 ** 31,
      2 ** 53,
      1e300,
      null,
      "1",
      true,
      [],
      {},
    );
    fc.assert(
      fc.property(fc.array(odd, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        const header = {
          x: { dtype: "F32", shape: [a, b], data_offsets: [c, d] },
          y: { dtype: "F16", shape: e, data_offsets: f },
        };
        reads(file("n.safetensors"), bytesOf(header, new Uint8Array(16)));
      }),
      { numRuns: 300 },
    );
  });

  function reads(name: string, bytes: Uint8Array): void {
    writeFileSync(name, bytes);
    try {
      const opened = openSafetensors(name);
      for (const [tensor, { shape }] of opened.entries) {
        const size = shape.reduce((product, length) => product * length, 1);
        assert.equal(opened.read(tensor).length, size);
      }
      opened.close();
    } catch (error) {
      assert.ok(error instanceof Failure, (error as Error).stack);
    }
  }

  function refused(sentence: RegExp) {
    return (error: Error) => {
      assert.ok(error instanceof Failure, error.stack);
      assert.match(error.message, sentence);
      assert.ok(error.message.includes(".safetensors") && !error.message.includes("\n"), error.message);
      return true;
    };
  }
});

describe("writing a file is all or nothing", () => {
  const file = temporaryFolder();
  const values = new Float32Array([1, 2]);

  it("leaves the file and nothing beside it, over an older one too", () => {
    for (const size of [1, 2])
      writeSafetensors(file("w.safetensors"), [["x", [size], values.subarray(0, size)]]);
    assert.deepEqual(readdirSync(file()), ["w.safetensors"]);
    const opened = openSafetensors(file("w.safetensors"));
    assert.deepEqual(opened.entries.get("x")?.shape, [2]);
    opened.close();
  });

  it("that fails leaves the older file as it was, and no temporary one", () => {
    writeSafetensors(file("w.safetensors"), [["x", [2], values]]);
    const before = readFileSync(file("w.safetensors"));
    mkdirSync(file("w2.safetensors"));
    assert.throws(() => writeSafetensors(file("w2.safetensors"), [["x", [2], values]]), {
      name: "Failure",
      message: /^cannot write .*w2\.safetensors: a folder /,
    });
    assert.throws(() => writeSafetensors(file("w.safetensors", "below"), [["x", [2], values]]), {
      name: "Failure",
      message: /a part of the path is a file, not a folder/,
    });
    assert.deepEqual(readFileSync(file("w.safetensors")), before);
    assert.deepEqual(readdirSync(file()).sort(), ["w.safetensors", "w2.safetensors"]);
  });

  it("of a tensor whose values do not fill its shape is refused, rather than written to be refused later", () => {
    assert.throws(() => writeSafetensors(file("w.safetensors"), [["x", [3], values]]), Failure);
    assert.ok(!existsSync(file("w.safetensors")));
  });
});

/** The nearest bfloat16 by arithmetic on the numbers: between its two neighbours, the nearer, else the even one. */
function nearestBfloat16(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const exponent = Math.max(-126, Math.floor(Math.log2(Math.abs(value))));
  const candidates = [exponent - 1, exponent, exponent + 1].filter((e) => e >= -126);
  const unit = 2 ** ((candidates.find((e) => Math.abs(value) < 2 ** (e + 1)) ?? exponent) - 7);
  const steps = value / unit;
  const low = Math.floor(steps);
  const rest = steps - low;
  const rounded = rest > 0.5 || (rest === 0.5 && low % 2 !== 0) ? low + 1 : low;
  return Math.abs(rounded * unit) >= 2 ** 128 ? Math.sign(value) * Infinity : rounded * unit;
}
