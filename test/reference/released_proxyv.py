"""Golden files made by the released ProxyV code itself (penghao-wu/ProxyV, commit 42d6d97), unpatched, in float32.

    python released_proxyv.py --release DIR --out test/golden/proxyv

DIR is a work tree of that commit. Nothing of it is copied: it is imported, given tiny random weights, and run.
Prefill is one call of the model; decoding is its own `generate`, thus its own KV cache.
What the files hold is written in test/golden/README.md.
"""

import argparse
import json
import os
import sys
import tempfile
import zlib
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch
from safetensors.torch import save_file

HIDDEN, FFN, LAYERS, HEADS, VOCAB = 32, 64, 4, 4, 61
SIDE, PATCH = 12, 2  # the grid of a crop, and pixels per patch
CROP = SIDE * PATCH
IMAGE_TOKEN = -200
DECODED = 20
# The smallest distance between the best and the second logit of a decoded token; below it another engine's rounding could pick the other token.
SMALLEST_LEAD = 4e-3
FEWEST_TOKENS = 4  # different ones among the decoded

PINPOINTS = [[CROP, 2 * CROP], [2 * CROP, CROP], [2 * CROP, 2 * CROP], [3 * CROP, CROP], [CROP, 3 * CROP]]
# Sizes (width, height) whose best pinpoint gives that many crops: the base view and 1 x 2, or 2 x 2 tiles.
IMAGE_SIZES = {1: (CROP, CROP), 3: (20, 40), 5: (40, 40)}

VISION = {
    "hidden_size": 32,
    "intermediate_size": 32,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_channels": 3,
    "image_size": CROP,
    "patch_size": PATCH,
    "hidden_act": "quick_gelu",
    "layer_norm_eps": 1e-5,
    "projection_dim": 32,
}

LLAMA = {"architectures": ["LlavaLlamaForCausalLM"], "model_type": "llava_llama", "rms_norm_eps": 1e-5, "rope_theta": 10000.0}
LLAMA3 = {**LLAMA, "num_key_value_heads": 2, "rope_theta": 500000.0}
QWEN2 = {
    "architectures": ["LlavaQwenForCausalLM"],
    "model_type": "llava_qwen",
    "rms_norm_eps": 1e-6,
    "rope_theta": 1000000.0,
    "num_key_value_heads": 2,
    "use_sliding_window": False,
}

# name: family, start layer (None: no proxies), learned proxies
MODELS = {
    "vicuna-spatial": (LLAMA, 2, False),
    "llama3-spatial": (LLAMA3, 1, False),
    "qwen2-spatial": (QWEN2, 0, False),
    "vicuna-nonspatial": (LLAMA, 1, True),
    "qwen2-nonspatial": (QWEN2, 3, True),
    "vicuna-plain": (LLAMA, None, False),
}

# model, name, crops of every image of every sample, text tokens before the first image, between images and at the end, factor
CASES = [
    ("vicuna-spatial", "1-crop", [[1]], [0, 7], 4),
    ("vicuna-spatial", "3-crops", [[3]], [4, 6], 4),
    ("vicuna-spatial", "5-crops", [[5]], [5, 8], 4),
    ("vicuna-spatial", "2-images", [[3, 1]], [3, 2, 6], 4),
    ("llama3-spatial", "1-crop", [[1]], [3, 6], 4),
    ("llama3-spatial", "3-crops", [[3]], [0, 9], 4),
    ("llama3-spatial", "5-crops", [[5]], [6, 5], 4),
    ("llama3-spatial", "2-samples", [[1], [1]], [4, 7], 4),
    ("qwen2-spatial", "1-crop", [[1]], [5, 5], 4),
    ("qwen2-spatial", "3-crops", [[3]], [4, 8], 4),
    ("qwen2-spatial", "5-crops", [[5]], [0, 7], 4),
    ("qwen2-spatial", "3-crops-factor-3", [[3]], [3, 6], 3),
    ("vicuna-nonspatial", "1-crop", [[1]], [0, 6], 4),
    ("vicuna-nonspatial", "3-crops", [[3]], [5, 7], 4),
    ("vicuna-nonspatial", "5-crops", [[5]], [3, 8], 4),
    ("qwen2-nonspatial", "1-crop", [[1]], [4, 6], 4),
    ("qwen2-nonspatial", "3-crops", [[3]], [0, 8], 4),
    ("qwen2-nonspatial", "5-crops", [[5]], [4, 5], 4),
    ("vicuna-plain", "1-crop", [[1]], [3, 5], 4),
    ("vicuna-plain", "3-crops", [[3]], [0, 7], 4),
    ("vicuna-plain", "5-crops", [[5]], [5, 6], 4),
]


def seeded(*words):
    return torch.Generator().manual_seed(zlib.crc32(" ".join(map(str, words)).encode()))


def fill(module, seed_word):
    """Random weights under which a mistake shows: norms about one, no bias zero, vision and newlines so small that the norm's epsilon counts."""
    with torch.no_grad():
        for name, tensor in sorted(module.state_dict().items()):
            noise = torch.randn(tensor.shape, generator=seeded(seed_word, name))
            if "norm" in name or "layrnorm" in name:
                tensor.copy_(1 + 0.3 * noise if name.endswith("weight") else 0.2 * noise)
            elif name.endswith("bias"):
                tensor.copy_((0.03 if "mm_projector.2" in name else 0.2) * noise)
            elif "embed_tokens" in name or "image_newline" in name:
                tensor.copy_((0.4 if "embed_tokens" in name else 0.05) * noise)
            elif "embedding" in name:
                tensor.copy_(0.3 * noise if noise.dim() < 4 else 0.8 * noise / noise[0].numel() ** 0.5)
            elif "proxyv_tokens" in name:
                tensor.copy_(1.2 * noise)
            elif "mm_projector.2" in name:
                tensor.copy_(0.05 * noise)
            elif "lm_head" in name:
                tensor.copy_(0.8 * noise / noise.shape[1] ** 0.5)
            else:
                gain = 1.3 if any(part in name for part in ("q_proj", "k_proj", "Wk")) else 0.8
                tensor.copy_(gain * noise / noise.shape[1] ** 0.5)


def make_tower(folder):
    """A local folder from which the release's own builder loads a CLIP vision tower; it knows CLIP by the folder's name."""
    from transformers import CLIPImageProcessor, CLIPVisionConfig, CLIPVisionModel

    CLIPVisionModel(CLIPVisionConfig(**VISION)).save_pretrained(folder, safe_serialization=True)
    CLIPImageProcessor(size={"shortest_edge": CROP}, crop_size={"height": CROP, "width": CROP}).save_pretrained(folder)


def make_config(family, start_layer, learned):
    return {
        "hidden_size": HIDDEN,
        "intermediate_size": FFN,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "num_key_value_heads": HEADS,
        "vocab_size": VOCAB,
        "max_position_embeddings": 4096,
        "hidden_act": "silu",
        "tie_word_embeddings": False,
        "bos_token_id": 1,
        "eos_token_id": 2,
        **family,
        "proxyv": start_layer is not None,
        "proxyv_start_layer": LAYERS if start_layer is None else start_layer,
        "proxyv_reduce_factor": 4,
        "per_crop_token_len": SIDE * SIDE,
        "learn_proxy": learned,
        "hidden_size_reduce_factor": 4,
        "max_num_image_crops": 18,
        "tokenizer_model_max_length": 4096,
        "image_aspect_ratio": "anyres",
        "image_grid_pinpoints": PINPOINTS,
        "mm_vision_tower": "clip-tiny",
        "mm_hidden_size": VISION["hidden_size"],
        "mm_projector_type": "mlp2x_gelu",
        "mm_vision_select_layer": -2,
        "mm_vision_select_feature": "patch",
        "mm_patch_merge_type": "spatial",
        "mm_newline_position": "one_token",
        "mm_use_im_start_end": False,
        "mm_use_im_patch_token": False,
        "torch_dtype": "float32",
    }


def make_model(name, tower):
    from llava.model.language_model.llava_llama import LlavaConfig, LlavaLlamaForCausalLM
    from llava.model.language_model.llava_qwen import LlavaQwenConfig, LlavaQwenForCausalLM

    family, start_layer, learned = MODELS[name]
    config = make_config(family, start_layer, learned)
    kind, model_class = (LlavaQwenConfig, LlavaQwenForCausalLM) if family is QWEN2 else (LlavaConfig, LlavaLlamaForCausalLM)
    used = {key: value for key, value in config.items() if key not in ("model_type", "architectures", "torch_dtype")}
    model = model_class(kind(**{**used, "mm_vision_tower": str(tower)})).eval()
    fill(model, f"small {name}")
    # Every case decodes the same number of tokens, whatever they are.
    model.generation_config.eos_token_id = None
    model.generation_config.pad_token_id = 0
    return model, {**config, "vision_config": {"model_type": "clip_vision_model", **VISION}}


def make_inputs(model_name, case_name, crops, text, attempt):
    seed = seeded(model_name, case_name, attempt)
    images, sizes, rows = [], [], []
    for sample in crops:
        row = []
        for index, length in enumerate(text):
            ids = torch.randint(3, VOCAB, (length,), generator=seed).tolist()
            if index == 0 and length > 0:
                ids[0] = 1
            row += ids
            if index < len(sample):
                row.append(IMAGE_TOKEN)
                images.append(torch.randn((sample[index], 3, CROP, CROP), generator=seed))
                sizes.append(IMAGE_SIZES[sample[index]])
        rows.append(row)
    return torch.tensor(rows), images, sizes


def run(model, input_ids, images, sizes, proxied):
    """One prefill over the whole sequence and one greedy decoding, both by the released code."""
    modalities = ["image"] * len(input_ids)
    prepared = model.prepare_inputs_labels_for_multimodal(input_ids, None, None, None, None, images, modalities, sizes)
    positions, position_proxy, most_crops = prepared[1], prepared[8], prepared[9]
    vision = most_crops * SIDE * SIDE
    prefill = model(input_ids=input_ids, images=images, image_sizes=sizes, modalities=modalities, use_cache=False, return_dict=True)
    decoded = model.generate(
        input_ids,
        images=images,
        image_sizes=sizes,
        modalities=modalities,
        do_sample=False,
        num_beams=1,
        max_new_tokens=DECODED,
        use_cache=True,
        return_dict_in_generate=True,
        output_logits=True,
    )
    tensors = {
        "pixel_values": torch.cat(images),
        "input_ids": input_ids.int(),
        "vision_features": model.encode_images(torch.cat(images)),
        "logits": prefill.logits,
        "position_vision": positions[:, :vision].int(),
        "position_newline": positions[:, vision : vision + most_crops].int(),
        "position_text": positions[:, vision + most_crops :].int(),
        "decoded_ids": decoded.sequences.int(),
        "decoded_logits": torch.stack(decoded.logits, 1),
    }
    if proxied:
        tensors["position_proxy"] = position_proxy.int()
    return tensors


def lead(tensors):
    best = tensors["decoded_logits"].topk(2, -1).values
    return (best[..., 0] - best[..., 1]).min().item()


def write_case(model, model_name, case, out):
    _, name, crops, text, factor = case
    model.config.proxyv_reduce_factor = factor
    # Inputs are drawn again until no decoded token is a near tie and they are not all the same.
    for attempt in range(200):
        tensors = run(model, *make_inputs(model_name, name, crops, text, attempt), proxied=model.config.proxyv)
        if lead(tensors) > SMALLEST_LEAD and len(tensors["decoded_ids"].unique()) >= FEWEST_TOKENS:
            break
    else:
        raise SystemExit(f"{model_name} {name}: no decoding without a near tie in 200 attempts")
    if not torch.equal(tensors["decoded_logits"].argmax(-1).int(), tensors["decoded_ids"]):
        raise SystemExit(f"{model_name} {name}: the decoded ids are not the best logits")
    file = f"{model_name}/{name}.safetensors"
    save_file({key: value.contiguous() for key, value in tensors.items()}, out / file, metadata={"format": "pt"})
    _, start_layer, learned = MODELS[model_name]
    print(
        file,
        tuple(tensors["logits"].shape),
        f"attempt {attempt}, lead {lead(tensors):.4f},",
        len(set(tensors["decoded_ids"].flatten().tolist())),
        "tokens",
    )
    return {
        "name": f"{model_name}/{name}",
        "model": model_name,
        "crops": sum(crops[0]),
        "cropsPerImage": crops,
        "images": len(crops[0]),
        "samples": len(crops),
        "textBefore": text[0],
        "startLayer": start_layer,
        "factor": factor,
        "learned": learned,
        "files": {"weights": f"{model_name}/model.safetensors", "config": f"{model_name}/config.json", "golden": file},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--release", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.release.resolve()))
    torch.manual_seed(0)
    index = []
    with torch.no_grad(), tempfile.TemporaryDirectory() as scratch:
        tower = Path(scratch) / "clip-tiny"
        make_tower(tower)
        for model_name in MODELS:
            model, config = make_model(model_name, tower)
            folder = options.out / model_name
            folder.mkdir(parents=True, exist_ok=True)
            weights = {key: value.contiguous() for key, value in model.state_dict().items()}
            save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
            (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n")
            for case in CASES:
                if case[0] == model_name:
                    index.append(write_case(model, model_name, case, options.out))
    (options.out / "index.json").write_text(json.dumps(index, indent=2) + "\n")


if __name__ == "__main__":
    main()
