"""Holds decoder.py, an independent implementation, against the golden files of the released code; then against itself with one rule broken.

    python check_released_proxyv.py test/golden/proxyv

First table: largest absolute differences in every case. Decoding here runs the whole prefix again for each token, so it also checks the
released KV cache. Second table: how much each of the usual mistakes would move the logits, thus what the golden files can notice.
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file

import decoder as ours


def ours_by_theirs(name, start):
    """The released names of what a route adds, under the names used here."""
    if name.startswith("model.vision_mlp_layers."):
        number, rest = name.removeprefix("model.vision_mlp_layers.").split(".", 1)
        return f"model.layers.{start + int(number)}.updates.vision.layer.{rest}"
    if name.startswith("model.proxyv_initializer."):
        return f"model.layers.{start}.openings.proxy.{name.removeprefix('model.proxyv_initializer.')}"
    return name


def load_model(folder, case, dtype, change):
    config = json.loads((folder / case["files"]["config"]).read_text())
    weights = load_file(folder / case["files"]["weights"])
    weights = {ours_by_theirs(name, case["startLayer"]): tensor.to(dtype) for name, tensor in weights.items()}
    heads = config["num_attention_heads"]
    model = ours.Decoder(
        weights,
        heads=heads,
        kv_heads=config["num_key_value_heads"],
        head_dim=config["hidden_size"] // heads,
        layers=config["num_hidden_layers"],
        theta=config["rope_theta"],
        eps=change.get("eps", config["rms_norm_eps"]),
    )
    return config, model


def layout_of(row):
    """Text tokens before, between and after the images, from a row of ids with -200 for an image."""
    lengths = [0]
    for token in row.tolist():
        if token == -200:
            lengths.append(0)
        else:
            lengths[-1] += 1
    return lengths


def project_by_tanh(weights, x):
    h = torch.nn.functional.gelu(ours.linear(weights, "model.mm_projector.0", x), approximate="tanh")
    return ours.linear(weights, "model.mm_projector.2", h)


def run_case(folder, case, dtype=torch.float64, change={}, decode=True):
    """The same tensors as in the golden file, by decoder.py. `change` breaks a rule."""
    config, model = load_model(folder, case, dtype, change)
    golden = load_file(folder / case["files"]["golden"])
    weights = model.weights
    projected = ours.clip_features(weights, config["vision_config"], golden["pixel_values"].to(dtype), change.get("select", -2))
    features = project_by_tanh(weights, projected) if change.get("gelu") == "tanh" else ours.project(weights, projected)
    made = {name: [] for name in ("logits", "decoded_logits", "decoded_ids")}
    first = 0
    for sample, row in enumerate(golden["input_ids"]):
        crops = case["cropsPerImage"][sample]
        mine = features[first : first + sum(crops)]
        first += sum(crops)
        layout, ids = layout_of(row), row[row >= 0].long()
        route = "full" if case["startLayer"] is None else "proxyVNonSpatial" if case["learned"] else "proxyV"
        options = {"factor": case["factor"], "positions": change.get("positions", "released"), "sees": change.get("sees", "released")}
        plan = ours.plan_of(route, options, case["startLayer"] if case["startLayer"] is not None else config["num_hidden_layers"])

        def run(ids, layout):
            streams = ours.lay_out(
                mine,
                weights["model.image_newline"],
                weights["model.embed_tokens.weight"][ids],
                layout,
                crops,
                change.get("newlines", "early"),
            )
            return streams, model.forward(streams, plan, len(ids) - 1)

        streams, (final, logits, _) = run(ids, layout)
        streams = {**streams, **{kind: final[kind] for kind in final if kind == "proxy"}}
        made["logits"].append(torch.cat([logits["vision"], logits["newline"], logits["text"]]))
        for kind in streams:
            made.setdefault(f"position_{kind}", []).append(streams[kind]["position"])
        steps, chosen = [], []
        for _ in range(golden["decoded_ids"].shape[1] if decode else 0):
            steps.append(logits["text"][-1])
            chosen.append(steps[-1].argmax())
            ids, layout = torch.cat([ids, chosen[-1][None]]), [*layout[:-1], layout[-1] + 1]
            _, (_, logits, _) = run(ids, layout)
        if decode:
            made["decoded_logits"].append(torch.stack(steps))
            made["decoded_ids"].append(torch.stack(chosen))
    return golden, {"vision_features": features, **{name: torch.stack(rows) for name, rows in made.items() if rows}}


def difference(golden, mine, name):
    return (golden[name].double() - mine[name].double()).abs().max().item()


CHANGES = {
    "newlines after their crops": {"newlines": "inPlace"},
    "proxies at their blocks' positions": {"positions": "block"},
    "proxies see vision (drawn)": {"sees": "drawn"},
    "RMSNorm epsilon 1e-6 for 1e-5 or 1e-5 for 1e-6": {"eps": None},
    "CLIP's last layer": {"select": -1},
    "tanh GELU in the projector": {"gelu": "tanh"},
}


def main():
    torch.set_num_threads(1)
    folder = Path(sys.argv[1])
    cases = json.loads((folder / "index.json").read_text())
    worst = 0
    print("case | float32: features, logits, decoded | float64: features, logits, decoded")
    with torch.no_grad():
        for case in cases:
            line = []
            for dtype in (torch.float32, torch.float64):
                golden, mine = run_case(folder, case, dtype)
                for name in [name for name in golden if name.startswith("position_")] + ["decoded_ids"]:
                    assert torch.equal(golden[name].long(), mine[name].long()), (case["name"], name)
                line += [difference(golden, mine, name) for name in ("vision_features", "logits", "decoded_logits")]
            worst = max(worst, *line)
            print(case["name"], *(f"{value:.1e}" for value in line))
        print(f"largest difference {worst:.1e}\n\nmistake | least and largest difference in logits over the cases in which it can show")
        for label, change in CHANGES.items():
            moved = []
            for case in cases:
                proxied = case["startLayer"] is not None
                if ("newlines" in change and max(map(max, case["cropsPerImage"])) == 1) or (
                    ("sees" in change or "positions" in change) and not proxied
                ):
                    continue
                eps = json.loads((folder / case["files"]["config"]).read_text())["rms_norm_eps"]
                golden, mine = run_case(folder, case, torch.float64, {"eps": 1.1e-5 - eps} if "eps" in change else change, decode=False)
                moved.append(difference(golden, mine, "logits"))
            print(f"{label}: {min(moved):.1e} {max(moved):.1e}")


if __name__ == "__main__":
    main()
