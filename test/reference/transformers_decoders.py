"""Golden files for the plain decoder, by transformers' own LlamaForCausalLM and Qwen2ForCausalLM in float32: text only.

python transformers_decoders.py --out test/golden/transformers
"""

import argparse
import json
import zlib
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import LlamaConfig, LlamaForCausalLM, Qwen2Config, Qwen2ForCausalLM

VOCAB, TOKENS, DECODED = 97, 23, 20
SMALLEST_LEAD = 4e-3
FEWEST_TOKENS = 6  # different ones among those decoded of a row

COMMON = {
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 4,
    "num_attention_heads": 4,
    "vocab_size": VOCAB,
    "max_position_embeddings": 512,
    "hidden_act": "silu",
    "tie_word_embeddings": False,
}
# name: configuration class, model class, configuration
DECODERS = {
    "llama": (LlamaConfig, LlamaForCausalLM, {"num_key_value_heads": 4, "rms_norm_eps": 1e-5, "rope_theta": 10000.0}),
    "llama-gqa": (LlamaConfig, LlamaForCausalLM, {"num_key_value_heads": 2, "rms_norm_eps": 1e-5, "rope_theta": 500000.0}),
    "qwen2": (
        Qwen2Config,
        Qwen2ForCausalLM,
        {"num_key_value_heads": 2, "rms_norm_eps": 1e-6, "rope_theta": 1000000.0, "use_sliding_window": False},
    ),
}


def seeded(*words):
    return torch.Generator().manual_seed(zlib.crc32(" ".join(map(str, words)).encode()))


def fill(model, seed_word):
    """Random weights under which a mistake shows: norms about one, no bias zero, embeddings so small that the norm's epsilon counts."""
    with torch.no_grad():
        for name, tensor in sorted(model.state_dict().items()):
            noise = torch.randn(tensor.shape, generator=seeded(seed_word, name))
            if "norm" in name:
                tensor.copy_(1 + 0.3 * noise)
            elif name.endswith("bias"):
                tensor.copy_(0.2 * noise)
            elif "embed_tokens" in name:
                tensor.copy_(0.05 * noise)
            else:
                gain = 1.3 if "q_proj" in name or "k_proj" in name else 0.8
                tensor.copy_(gain * noise / noise.shape[1] ** 0.5)


def run(model, input_ids):
    decoded = model.generate(
        input_ids,
        attention_mask=torch.ones_like(input_ids),
        do_sample=False,
        num_beams=1,
        max_new_tokens=DECODED,
        use_cache=True,
        return_dict_in_generate=True,
        output_logits=True,
    )
    return {
        "input_ids": input_ids.int(),
        "logits": model(input_ids, use_cache=False).logits,
        "decoded_ids": decoded.sequences[:, input_ids.shape[1] :].int(),
        "decoded_logits": torch.stack(decoded.logits, 1),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True, type=Path)
    out = parser.parse_args().out
    torch.set_num_threads(1)
    for name, (config_class, model_class, own) in DECODERS.items():
        model = model_class(config_class(**COMMON, **own)).eval()
        fill(model, name)
        model.generation_config.eos_token_id = None
        model.generation_config.pad_token_id = 0
        for attempt in range(200):
            with torch.no_grad():
                tensors = run(model, torch.randint(3, VOCAB, (2, TOKENS), generator=seeded(name, attempt)))
            best = tensors["decoded_logits"].topk(2, -1).values
            lead = (best[..., 0] - best[..., 1]).min().item()
            if lead > SMALLEST_LEAD and min(len(row.unique()) for row in tensors["decoded_ids"]) >= FEWEST_TOKENS:
                break
        else:
            raise SystemExit(f"{name}: no decoding without a near tie in 200 attempts")
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        save_file(
            {key: value.contiguous() for key, value in model.state_dict().items()}, folder / "model.safetensors", metadata={"format": "pt"}
        )
        save_file({key: value.contiguous() for key, value in tensors.items()}, folder / "golden.safetensors", metadata={"format": "pt"})
        config = {"architectures": [model_class.__name__], "model_type": config_class.model_type, **COMMON, **own, "torch_dtype": "float32"}
        (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
        print(name, f"attempt {attempt}, lead {lead:.4f},", [len(row.unique()) for row in tensors["decoded_ids"]], "different tokens")


if __name__ == "__main__":
    main()
