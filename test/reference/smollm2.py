"""What other programs make of a GGUF file of the Llama family: a small one that is written here, or SmolLM2's.

Numbers: the `gguf` package's dequantisation. Ids: the `tokenizers` package's, numerals split off one by one as SmolLM2's own
tokenizer does; transformers, which reads the file by itself and leaves that out, must agree wherever a text has no numeral.
Logits and text: transformers' LlamaForCausalLM, which reads the file by itself.

    python smollm2.py --tiny --out test/golden/gguf
    python smollm2.py --gguf SmolLM2-135M-Instruct.Q4_1.gguf --out test/golden/smollm2
"""

import argparse
import hashlib
import json
import os
import random
import unicodedata

import gguf
import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import AutoTokenizer, LlamaForCausalLM, PreTrainedTokenizerFast

QUESTIONS = [
    "What is the capital of France?",
    "Name three colours.",
    "What is 2 + 2?",
    "Write a haiku about the sea.",
    "Who wrote Hamlet?",
    "Translate 'good morning' into Spanish.",
    "List the days of the week.",
    "What do bees make?",
    "Explain gravity to a child in one sentence.",
    "Is the sun a star? Answer yes or no.",
    "Give me a synonym of 'happy'.",
    "How many legs has a spider?",
]


def texts(words):
    """Ordinary text, edge cases, and a seeded fuzz of pieces of both."""
    fixed = ["", " ", "\n", "\n\n\n", "\t x", "Hello world", "hello  world ", "1234567890", "3.14 and 1,000,000", "it's we'll I'M",
             "naïve café", "中文字符", "日本語のテキスト", "😀 👩‍👩‍👧 🏳️‍🌈", "Ünïcödé ﬁ ½ ²", "a\u0301", "\u00a0\u2003x", "\r\n", "\x00\x7f",
             "<|im_start|>user\nhi<|im_end|>\n", "<|endoftext|>", "<|im_start|><|im_start|>", "< |im_start|>", "<filename>a<gh_stars>",
             "def f(x):\n    return x ** 2\n", "https://example.org/a?b=c&d=%20", "$12.50 (25%) #7", "العربية", "Русский текст", "ไทย", "ＡＢＣ"]
    draw = random.Random(7)
    pieces = words + fixed + list("0123456789 .,;:'\"!?()-\n\t") + [chr(draw.randrange(32, 0x2FFF)) for _ in range(60)]
    return fixed + ["".join(draw.choice(pieces) for _ in range(draw.randrange(1, 12))) for _ in range(250)]


WORDS = [" the", " of", "Total", " Invoice", ": ", "Population", " 12", " km", "don't", " x", "ing", " Receipt No.", "é", "ß", "  ", " 年"]


def tokenizer_of(fields):
    tokens, merges = fields["tokenizer.ggml.tokens"].contents(), fields["tokenizer.ggml.merges"].contents()
    vocabulary = {token: i for i, token in enumerate(tokens)}
    made = Tokenizer(models.BPE(vocabulary, [tuple(merge.split(" ")) for merge in merges]))
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    made.decoder = decoders.ByteLevel()
    types = fields["tokenizer.ggml.token_type"].contents()
    made.add_special_tokens([token for token, kind in zip(tokens, types) if kind == 3])
    return made


def write_tiny(path, source):
    """A decoder of two layers with every block type that is read, and the first 512 tokens of SmolLM2's tokenizer."""
    draw = np.random.default_rng(3)
    hidden, heads, kv_heads, size, ffn, vocabulary = 64, 4, 2, 16, 96, 512
    fields = gguf.GGUFReader(source).fields
    tokens = fields["tokenizer.ggml.tokens"].contents()[:vocabulary]
    merges = [m for m in fields["tokenizer.ggml.merges"].contents() if m.replace(" ", "") in set(tokens)]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_block_count(2)
    writer.add_context_length(256)
    writer.add_embedding_length(hidden)
    writer.add_feed_forward_length(ffn)
    writer.add_head_count(heads)
    writer.add_head_count_kv(kv_heads)
    writer.add_rope_dimension_count(size)
    writer.add_rope_freq_base(10000.0)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(vocabulary)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(tokens)
    writer.add_token_types(fields["tokenizer.ggml.token_type"].contents()[:vocabulary])
    writer.add_token_merges(merges)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_pad_token_id(2)
    writer.add_add_bos_token(False)
    writer.add_chat_template(fields["tokenizer.chat_template"].contents())
    kinds = gguf.GGMLQuantizationType

    def tensor(name, shape, kind, permuted=None):
        values = (draw.standard_normal(shape) * (0.6 if name == "token_embd" else 0.15)).astype(np.float32)
        if permuted:  # as llama.cpp's converter lays the rows of q and k out for its rotary embedding
            values = values.reshape(permuted, 2, size // 2, hidden).swapaxes(1, 2).reshape(shape)
        writer.add_tensor(f"{name}.weight", gguf.quants.quantize(values, kind), raw_dtype=kind)

    def norm(name):
        writer.add_tensor(f"{name}.weight", 1 + 0.1 * draw.standard_normal(hidden).astype(np.float32))

    tensor("token_embd", (vocabulary, hidden), kinds.Q8_0)
    norm("output_norm")
    for layer, (a, b, c) in enumerate([(kinds.Q4_1, kinds.Q4_1, kinds.Q4_1), (kinds.F16, kinds.BF16, kinds.F32)]):
        at = f"blk.{layer}"
        norm(f"{at}.attn_norm")
        norm(f"{at}.ffn_norm")
        tensor(f"{at}.attn_q", (heads * size, hidden), a, heads)
        tensor(f"{at}.attn_k", (kv_heads * size, hidden), b, kv_heads)
        tensor(f"{at}.attn_v", (kv_heads * size, hidden), c)
        tensor(f"{at}.attn_output", (hidden, heads * size), a)
        tensor(f"{at}.ffn_gate", (ffn, hidden), b)
        tensor(f"{at}.ffn_up", (ffn, hidden), c)
        tensor(f"{at}.ffn_down", (hidden, ffn), kinds.Q8_0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def second_as_theirs(tokenizer, reader):
    """transformers does not read the tokenizer of a file whose vocabulary is as small as this."""
    made = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<|im_end|>")
    made.chat_template = reader.fields["tokenizer.chat_template"].contents()
    return made


def dump(path, value):
    with open(path, "w", encoding="utf8") as file:
        json.dump(value, file, ensure_ascii=True, indent=None, separators=(",", ":"))
        file.write("\n")


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--gguf", required=True)
    parse.add_argument("--tiny", action="store_true")
    parse.add_argument("--out", required=True)
    given = parse.parse_args()
    os.makedirs(given.out, exist_ok=True)
    path = given.gguf
    if given.tiny:
        path = os.path.join(given.out, "tiny.gguf")
        write_tiny(path, given.gguf)
    reader = gguf.GGUFReader(path)

    tensors = {}
    for tensor in reader.tensors:
        values = gguf.quants.dequantize(tensor.data, tensor.tensor_type).astype("<f4").reshape(-1)
        tensors[tensor.name] = {
            "type": tensor.tensor_type.name,
            "shape": [int(length) for length in reversed(tensor.shape)],
            "sha256": hashlib.sha256(values.tobytes()).hexdigest(),
        }
    dump(os.path.join(given.out, "tensors.json"), tensors)

    folder, name = os.path.split(os.path.abspath(path))
    second = tokenizer_of(reader.fields)
    theirs = second_as_theirs(second, reader) if given.tiny else AutoTokenizer.from_pretrained(folder, gguf_file=name)
    ids = []
    for text in texts(WORDS):
        one = theirs(text, add_special_tokens=False)["input_ids"]
        two = second.encode(text, add_special_tokens=False).ids
        assert one == two or any(unicodedata.category(letter).startswith("N") for letter in text), text
        ids.append([text, two, second.decode(two, skip_special_tokens=True)])
    chats = [
        [{"role": "user", "content": "hi"}],
        [{"role": "system", "content": "Be brief."}, {"role": "user", "content": " a {{ b }} {% c %}\n"}],
        [{"role": "user", "content": "1"}, {"role": "assistant", "content": "2"}, {"role": "user", "content": "3"}],
    ]
    rendered = [
        [chat, opened, theirs.apply_chat_template(chat, tokenize=False, add_generation_prompt=opened)]
        for chat in chats
        for opened in (True, False)
    ]
    dump(os.path.join(given.out, "tokenizer.json"), {"texts": ids, "chats": rendered})

    model = LlamaForCausalLM.from_pretrained(folder, gguf_file=name, dtype=torch.float32, attn_implementation="eager").eval()
    answers, kept = [], {}
    for i, question in enumerate(QUESTIONS[:3] if given.tiny else QUESTIONS):
        prompt = theirs.apply_chat_template([{"role": "user", "content": question}], tokenize=False, add_generation_prompt=True)
        prompt_ids = second.encode(prompt, add_special_tokens=False).ids
        with torch.no_grad():
            out = model.generate(
                torch.tensor([prompt_ids]), do_sample=False, max_new_tokens=24, eos_token_id=2, pad_token_id=2,
                attention_mask=torch.ones(1, len(prompt_ids), dtype=torch.long),
                return_dict_in_generate=True, output_logits=True,
            )
            whole = model(torch.tensor([prompt_ids])).logits[0]
        new = [token for token in out.sequences[0, len(prompt_ids):].tolist() if token != 2]
        answers.append({"question": question, "ids": prompt_ids, "answer": new, "text": second.decode(new)})
        stride = max(1, whole.shape[1] // 128)
        kept[f"{i}.prompt"] = whole[:, ::stride].contiguous().numpy()
        kept[f"{i}.decoded"] = torch.cat(out.logits, 0)[:, ::stride].contiguous().numpy()
        top = torch.cat(out.logits, 0).topk(2).values
        print(json.dumps(answers[-1]["text"]), "narrowest lead", float((top[:, 0] - top[:, 1]).min()))
    dump(os.path.join(given.out, "answers.json"), answers)
    save_file(kept, os.path.join(given.out, "logits.safetensors"))


main()
