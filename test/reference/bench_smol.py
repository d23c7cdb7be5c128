"""SmolLM2-135M's shape by `transformers`: a training step of adapters on a frozen decoder, and a prefill.

Called by `npm run bench`.
"""

import torch
import torch.nn.functional as F
from torch import nn
from transformers import LlamaConfig, LlamaForCausalLM

from bench_step import faster_adamw
from bench_weights import autocast, compiled, fill, ids, serve, settings, warm


class LowRank(nn.Module):
    """A frozen linear layer and its adapter: `W x + scale B A x` (Hu et al., 2022)."""

    def __init__(self, base, rank, scale):
        super().__init__()
        self.base, self.scale = base, scale
        self.lora_A = nn.Parameter(torch.empty(rank, base.in_features))
        self.lora_B = nn.Parameter(torch.empty(base.out_features, rank))

    def forward(self, x):
        return self.base(x) + F.linear(F.linear(x, self.lora_A), self.lora_B) * self.scale


def with_adapters(model, rank, scale):
    model.requires_grad_(False)
    for layer in model.model.layers:
        for part in (layer.self_attn, layer.mlp):
            for name, child in list(part.named_children()):
                if isinstance(child, nn.Linear):
                    setattr(part, name, LowRank(child, rank, scale))


def main():
    given = {
        "layers": 30, "hidden": 576, "heads": 9, "kvHeads": 3, "ffn": 1536, "vocabulary": 49152, "rope": 100000,
        "batch": 8, "tokens": 330, "rank": 16, "scale": 2, **settings(),
    }  # fmt: skip
    config = LlamaConfig(
        num_hidden_layers=given["layers"], hidden_size=given["hidden"], intermediate_size=given["ffn"],
        num_attention_heads=given["heads"], num_key_value_heads=given["kvHeads"], vocab_size=given["vocabulary"],
        head_dim=given["hidden"] // given["heads"], rms_norm_eps=1e-5, tie_word_embeddings=True, use_cache=False,
        rope_parameters={"rope_type": "default", "rope_theta": given["rope"]}, attn_implementation="sdpa",
        max_position_embeddings=8192,
    )  # fmt: skip
    model = LlamaForCausalLM(config)
    fill(model)
    with_adapters(model, given["rank"], given["scale"])
    adapters = [(name, p) for name, p in model.named_parameters() if "lora_" in name]
    fill(model, lambda name: name.replace(".base.", "."))
    count = given["batch"] * given["tokens"]
    tokens = ids("tokens", count, given["vocabulary"]).view(given["batch"], given["tokens"])
    labels = ids("labels", count, given["vocabulary"])

    def loss_of(tokens, labels):
        return F.cross_entropy(model(input_ids=tokens).logits.flatten(0, 1), labels)

    loss_of = compiled(loss_of, given)

    def step(update):
        model.zero_grad(set_to_none=True)
        with autocast(given):
            loss = loss_of(tokens, labels)
        loss.backward()
        update()
        return loss.item()

    class Adapters:
        @staticmethod
        def parameters():
            return [parameter for _, parameter in adapters]

    def prefill_of(tokens):
        return model(input_ids=tokens, logits_to_keep=1).logits

    prefill_of = compiled(prefill_of, given)

    def prefill():
        with torch.no_grad(), autocast(given):
            return prefill_of(tokens)

    seen = prefill()[0, -1, :8].float().tolist()
    optimizer, kind = faster_adamw(Adapters, step)
    first = step(optimizer.step)
    warm(lambda: step(optimizer.step), 1)
    warm(prefill, 1)
    serve(
        {"step": lambda: step(optimizer.step), "prefill": prefill},
        {"step": [first], "prefill": seen},
        note=f"AdamW {kind}",
    )


if __name__ == "__main__":
    main()
