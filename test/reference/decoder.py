"""An independent implementation, in plain PyTorch, of the decoder with its routes, of CLIP's vision tower and of the projector.

Written from the paper and from the table of routes, in any float type, one sample at a time: nothing is ever padded,
so what padding does elsewhere can be held against it. Sums are written out where a library call would hide a convention.
Used by float64_gradients.py (gradients) and check_released_proxyv.py (agreement with the released code).

A stream is {"x": [n, d], "position": [n], "image": [n], "crop": [n]}; streams is {kind: stream}.
A lane is {"sees": {kind: reach}, "ffn": ...}, {"sees": "valueOut", "ffn": ...} or {"layer": ...}.
"""

import math

import torch

# ------------------------------------------------------------------------------------------------ modules


def linear(weights, name, x):
    y = x @ weights[f"{name}.weight"].T
    return y + weights[f"{name}.bias"] if f"{name}.bias" in weights else y


def rms_norm(weight, x, eps):
    return weight * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps))


def layer_norm(weight, bias, x, eps):
    centred = x - x.mean(-1, keepdim=True)
    return weight * (centred * torch.rsqrt(centred.pow(2).mean(-1, keepdim=True) + eps)) + bias


def silu(x):
    return x * torch.sigmoid(x)


def quick_gelu(x):
    return x * torch.sigmoid(1.702 * x)


def exact_gelu(x):
    return x * 0.5 * (1 + torch.erf(x / math.sqrt(2)))


def rotary(x, position, theta):
    """x [heads, n, head_dim]: the first half of a head's channels is turned against the second half."""
    half = x.shape[-1] // 2
    frequency = theta ** (-torch.arange(half, dtype=x.dtype) / half)
    angle = position.to(x.dtype)[:, None] * frequency
    a, b = x[..., :half], x[..., half:]
    return torch.cat([a * angle.cos() - b * angle.sin(), b * angle.cos() + a * angle.sin()], -1)


def heads_first(x, heads):
    return x.view(x.shape[0], heads, -1).transpose(0, 1)


def repeat_heads(x, times):
    """[kv heads, n, head_dim] -> [heads, n, head_dim]: query head h reads key-value head h // times."""
    return x.repeat_interleave(times, 0)


def attend(q, k, v, visible):
    """q [heads, m, head_dim], k and v [heads, n, head_dim], visible [m, n]; a row that sees nothing gives zeros."""
    scores = (q @ k.transpose(1, 2)) / math.sqrt(q.shape[-1])
    scores = scores.masked_fill(~visible, -torch.inf)
    highest = scores.max(-1, keepdim=True).values
    weight = torch.exp(scores - torch.where(highest.isinf(), 0, highest).detach())
    total = weight.sum(-1, keepdim=True)
    probability = weight / torch.where(total == 0, 1, total)
    return probability @ v, probability


def swiglu(weights, name, x):
    return linear(weights, f"{name}.down_proj", silu(linear(weights, f"{name}.gate_proj", x)) * linear(weights, f"{name}.up_proj", x))


def light_mlp(weights, name, x, eps):
    """RMSNorm(W2 SiLU(W1 Win x) + x): in place of the FFN, or of the whole layer."""
    h = linear(weights, f"{name}.proj.2", silu(linear(weights, f"{name}.proj.0", linear(weights, f"{name}.input_proj", x))))
    return rms_norm(weights[f"{name}.layernorm_post.weight"], h + x, eps)


def guided_mlp(weights, name, x, guidance, eps):
    """RMSNorm(W2 SiLU(W1 [Win x; guidance]) + x); guidance [n, i] has been through Wctx."""
    h = torch.cat([linear(weights, f"{name}.input_proj", x), guidance], -1)
    h = linear(weights, f"{name}.proj.2", silu(linear(weights, f"{name}.proj.0", h)))
    return rms_norm(weights[f"{name}.layernorm_post.weight"], h + x, eps)


# ------------------------------------------------------------------------------------------------ who sees whom


def visible_keys(query_kind, query, key_kind, key, reach):
    """[m, n]. `self`: itself; `earlier`: equal or earlier positions; `image`: any token of the same image."""
    m, n = len(query["position"]), len(key["position"])
    if reach is None:
        return torch.zeros(m, n, dtype=torch.bool)
    if reach == "self":
        return torch.eye(m, dtype=torch.bool) if query_kind == key_kind else torch.zeros(m, n, dtype=torch.bool)
    if reach == "earlier":
        return query["position"][:, None] >= key["position"][None]
    if reach == "image":
        return query["image"][:, None] == key["image"][None]
    raise ValueError(f"no such reach: {reach}")


# ------------------------------------------------------------------------------------------------ openings


def interpolation(size, factor, dtype):
    """[size / factor, size]: one axis of bilinear downsampling, half-pixel centres, no antialias."""
    matrix = torch.zeros(size // factor, size, dtype=dtype)
    for row in range(size // factor):
        source = (row + 0.5) * factor - 0.5
        low = int(math.floor(source))
        matrix[row, low] += 1 - (source - low)
        if source > low:
            matrix[row, min(low + 1, size - 1)] += source - low
    return matrix


def crops_of(stream):
    """The token indices of each crop, in order. A crop is known by its image and its number in it."""
    groups = {}
    for index, pair in enumerate(zip(stream["image"].tolist(), stream["crop"].tolist())):
        groups.setdefault(pair, []).append(index)
    return list(groups.values())


def proxy_positions(vision, groups_of_crop, rule):
    """`released`: 0, 1, 2, ... from the image's first position on; `block`: the largest position a proxy stands for."""
    image_of_crop = [vision["image"][group[0][0]].item() for group in groups_of_crop]
    positions, made = [], {}
    for image, groups in zip(image_of_crop, groups_of_crop):
        first = vision["position"][vision["image"] == image].min().item()
        for group in groups:
            if rule == "block":
                positions.append(vision["position"][group].max().item())
            else:
                positions.append(first + made.get(image, 0))
                made[image] = made.get(image, 0) + 1
    return torch.tensor(positions)


def proxy_stream(vision, x, groups_of_crop, rule):
    owners = [group[0] for groups in groups_of_crop for group in groups]
    return {
        "x": x,
        "position": proxy_positions(vision, groups_of_crop, rule),
        "image": vision["image"][owners],
        "crop": vision["crop"][owners],
    }


def open_spatial(streams, factor, positions):
    vision = streams["vision"]
    x, blocks_of_crop, block_of_token = [], [], torch.empty(len(vision["position"]), dtype=torch.long)
    for crop in crops_of(vision):
        side = math.isqrt(len(crop))
        axis = interpolation(side, factor, vision["x"].dtype)
        grid = vision["x"][crop].view(side, side, -1)
        x.append(torch.einsum("ai,bj,ijd->abd", axis, axis, grid).flatten(0, 1))
        blocks = {}
        for place, token in enumerate(crop):
            blocks.setdefault((place // side // factor, place % side // factor), []).append(token)
        for block in sorted(blocks):
            block_of_token[blocks[block]] = sum(map(len, blocks_of_crop)) + sorted(blocks).index(block)
        blocks_of_crop.append([blocks[block] for block in sorted(blocks)])
    streams["proxy"] = proxy_stream(vision, torch.cat(x), blocks_of_crop, positions)
    # Nearest neighbour: a proxy is repeated over its block, after its own projection.
    return lambda project, proxy: project(proxy)[block_of_token]


def open_learned(weights, name, streams, positions):
    vision = streams["vision"]
    queries = weights[f"{name}.proxyv_tokens"]
    x, groups, spread, made = [], [], [], 0
    for crop in crops_of(vision):
        tokens = vision["x"][crop]
        scores = queries @ linear(weights, f"{name}.Wk", tokens).T / math.sqrt(queries.shape[1])
        x.append(torch.softmax(scores, 1) @ tokens)
        groups.append([crop] * len(queries))
        spread.append((made, torch.softmax(scores.T, 1)))
        made += len(queries)
    streams["proxy"] = proxy_stream(vision, torch.cat(x), groups, positions)

    def guidance(project, proxy):
        return project(torch.cat([share @ proxy[start : start + len(queries)] for start, share in spread]))

    return guidance


def keep_tokens(stream, kept):
    return {key: value[kept] for key, value in stream.items()}


def drop_by_attention(streams, row, keep):
    """row [n]: the attention that the last token of the prompt paid each vision token in the layer before, averaged over heads."""
    count = math.floor(len(row) * keep)
    kept = row.topk(count).indices.sort().values
    streams["vision"] = keep_tokens(streams["vision"], kept)
    return kept


def vision_zip(features, class_attention, keys, dominant, contextual):
    """features [crops, n, d], class_attention [crops, n], keys [crops, n, kd] -> [crops, dominant + contextual, d] and what was kept."""
    made, kept, targets, assigned = [], [], [], []
    for x, score, key in zip(features, class_attention, keys):
        first = score.topk(dominant).indices.sort().values
        rest = torch.tensor([token for token in range(len(x)) if token not in set(first.tolist())])
        step = max(1, len(rest) // contextual)
        target_places = list(range(0, len(rest), step))[:contextual]
        target = rest[target_places]
        others = rest[[place for place in range(len(rest)) if place not in target_places]]
        unit = key / key.norm(dim=-1, keepdim=True)
        choice = (unit[others] @ unit[target].T).argmax(-1)
        merged = []
        for index, token in enumerate(target):
            members = others[choice == index]
            merged.append(x[token] + x[members].mean(0) if len(members) else x[token])
        made.append(torch.cat([x[first], torch.stack(merged)]))
        kept.append(first)
        targets.append(target)
        assigned.append(torch.full((len(x),), -1).scatter(0, others, choice))
    return torch.stack(made), torch.stack(kept), torch.stack(targets), torch.stack(assigned)


# ------------------------------------------------------------------------------------------------ the decoder


class Decoder:
    def __init__(self, weights, *, heads, kv_heads, head_dim, layers, theta, eps):
        self.weights, self.heads, self.kv_heads, self.head_dim = weights, heads, kv_heads, head_dim
        self.layers, self.theta, self.eps = layers, theta, eps

    def norm(self, name, x):
        return rms_norm(self.weights[f"{name}.weight"], x, self.eps)

    def layer(self, index, lanes, streams, guidance, prompt_end):
        """One decoder layer. Returns the streams after it and the attention row of the last prompt token over the vision tokens."""
        name, weights = f"model.layers.{index}", self.weights
        normed = {kind: self.norm(f"{name}.input_layernorm", stream["x"]) for kind, stream in streams.items()}
        key, value = {}, {}
        for kind, stream in streams.items():
            k = heads_first(linear(weights, f"{name}.self_attn.k_proj", normed[kind]), self.kv_heads)
            v = heads_first(linear(weights, f"{name}.self_attn.v_proj", normed[kind]), self.kv_heads)
            times = self.heads // self.kv_heads
            key[kind], value[kind] = repeat_heads(rotary(k, stream["position"], self.theta), times), repeat_heads(v, times)
        after, row = {}, None
        for kind, lane in lanes.items():
            if kind not in streams or "layer" in lane:
                continue
            stream = streams[kind]
            if lane["sees"] == "valueOut":
                mixed = value[kind]
            else:
                seen = [other for other in streams if other in lane["sees"]]
                q = heads_first(linear(weights, f"{name}.self_attn.q_proj", normed[kind]), self.heads)
                q = rotary(q, stream["position"], self.theta)
                visible = torch.cat([visible_keys(kind, stream, other, streams[other], lane["sees"][other]) for other in seen], 1)
                mixed, probability = attend(q, torch.cat([key[o] for o in seen], 1), torch.cat([value[o] for o in seen], 1), visible)
                if kind == "text" and "vision" in seen:
                    start = sum(len(streams[o]["position"]) for o in seen[: seen.index("vision")])
                    row = probability[:, prompt_end, start : start + len(streams["vision"]["position"])].mean(0)
            x = stream["x"] + linear(weights, f"{name}.self_attn.o_proj", mixed.transpose(0, 1).flatten(1))
            if lane.get("ffn", "ffn") == "ffn":
                x = x + swiglu(weights, f"{name}.mlp", self.norm(f"{name}.post_attention_layernorm", x))
            elif lane["ffn"] == "light":
                x = light_mlp(weights, f"{name}.updates.{kind}.ffn", x, self.eps)
            after[kind] = {**stream, "x": x}
        # Updates in place of a layer come last: the guided one reads the proxies as they are after this layer.
        for kind, lane in lanes.items():
            if kind in streams and "layer" in lane:
                x, update = streams[kind]["x"], f"{name}.updates.{kind}.layer"
                if lane["layer"] == "light":
                    x = light_mlp(weights, update, x, self.eps)
                elif lane["layer"] == "guided":
                    given = guidance(lambda p: linear(weights, f"{update}.context_proj", p), after["proxy"]["x"])
                    x = guided_mlp(weights, update, x, given, self.eps)
                after[kind] = {**streams[kind], "x": x}
        return {kind: after[kind] for kind in streams}, row

    def forward(self, streams, plan, prompt_end):
        """plan(layer) -> (openings, lanes); an opening is a dict. Returns final streams, logits by kind, and of each drop what was kept by which ranks."""
        guidance, row, kept = None, None, []
        streams = dict(streams)
        for index in range(self.layers):
            openings, lanes = plan(index)
            for opening in openings:
                if opening["do"] == "spatial":
                    guidance = open_spatial(streams, opening["factor"], opening["positions"])
                elif opening["do"] == "learned":
                    guidance = open_learned(self.weights, f"model.layers.{index}.openings.proxy", streams, opening["positions"])
                elif opening["do"] == "drop":
                    kept.append((drop_by_attention(streams, row.detach(), opening["keep"]), row.detach()))
            streams, row = self.layer(index, lanes, streams, guidance, prompt_end)
        states = {kind: self.norm("model.norm", stream["x"]) for kind, stream in streams.items()}
        logits = {kind: x @ self.weights["lm_head.weight"].T for kind, x in states.items() if kind != "proxy"}
        return streams, logits, kept


# ------------------------------------------------------------------------------------------------ the sequence


def lay_out(features, newline, embedded, layout, crops_of_image, newlines):
    """Streams of one sample.

    features [all crops, n, d]; embedded [text, d]; layout: text tokens before the first image, between images and at the end.
    newlines: `inPlace` (after its crop) or `early` (crops 1, 2, ... of an image have theirs one crop early).
    """
    tokens = features.shape[1]
    position, text_position, cursor, crop_index = {"vision": [], "newline": []}, [], 0, 0
    image, crop = [], []
    for index, length in enumerate(layout):
        text_position += range(cursor, cursor + length)
        cursor += length
        if index < len(crops_of_image):
            for number in range(crops_of_image[index]):
                start = cursor + number * (tokens + 1)
                position["vision"] += range(start, start + tokens)
                position["newline"].append(start + tokens - (tokens + 1 if newlines == "early" and number > 0 else 0))
                image += [index] * tokens
                crop += [number] * tokens
                crop_index += 1
            cursor += crops_of_image[index] * (tokens + 1)
    assert crop_index == len(features), (crop_index, features.shape)
    image, crop = torch.tensor(image), torch.tensor(crop)
    one = list(range(0, len(image), tokens))
    text = torch.tensor(text_position)
    nothing = torch.full_like(text, -1)
    return {
        "vision": {"x": features.flatten(0, 1), "position": torch.tensor(position["vision"]), "image": image, "crop": crop},
        "newline": {
            "x": newline.expand(crop_index, -1),
            "position": torch.tensor(position["newline"]),
            "image": image[one],
            "crop": crop[one],
        },
        "text": {"x": embedded, "position": text, "image": nothing, "crop": nothing},
    }


# ------------------------------------------------------------------------------------------------ routes

EARLIER = {"vision": "earlier", "newline": "earlier", "text": "earlier"}
FULL = {kind: {"sees": EARLIER} for kind in ("vision", "newline", "text")}


def lanes_of(route, options):
    """The table of routes, as lanes."""
    if route == "maskAttention":
        return {**FULL, "vision": {"sees": {"vision": "self", "text": "earlier"}}}
    if route == "skipAttention":
        return {**FULL, "vision": {"sees": "valueOut"}}
    if route == "skipFfn":
        return {**FULL, "vision": {"sees": EARLIER, "ffn": options["with"]}}
    if route == "skipAttentionAndFfn":
        return {**FULL, "vision": {"layer": "light"}}
    if route in ("proxyV", "proxyVNonSpatial"):
        proxy = {"proxy": "earlier", "newline": "earlier", "text": "earlier"}
        if options["sees"] == "drawn":
            proxy["vision"] = "image"
        return {**FULL, "vision": {"layer": "guided"}, "proxy": {"sees": proxy}}
    return FULL


def plan_of(route, options, start):
    def plan(layer):
        if route in ("fastV", "pyramidDrop"):
            drops = [options["layer"]] if route == "fastV" else options["layers"]
            return ([{"do": "drop", "keep": options["keep"]}] if layer in drops else []), FULL
        if layer < start:
            return [], FULL
        opens = []
        if layer == start and route == "proxyV":
            opens = [{"do": "spatial", "factor": options["factor"], "positions": options["positions"]}]
        elif layer == start and route == "proxyVNonSpatial":
            opens = [{"do": "learned", "positions": options["positions"]}]
        return opens, lanes_of(route, options)

    return plan


# ------------------------------------------------------------------------------------------------ image side


def patches(pixels, side):
    """[channels, H, W] -> [H / side * W / side, channels * side * side]: what a convolution of that stride sees, in raster order."""
    channels, height, width = pixels.shape
    cut = pixels.view(channels, height // side, side, width // side, side)
    return cut.permute(1, 3, 0, 2, 4).reshape(-1, channels * side * side)


def vit_block(weights, name, x, heads, eps):
    normed = layer_norm(weights[f"{name}.layer_norm1.weight"], weights[f"{name}.layer_norm1.bias"], x, eps)
    q, k, v = (heads_first(linear(weights, f"{name}.self_attn.{part}_proj", normed), heads) for part in "qkv")
    mixed, _ = attend(q, k, v, torch.ones(len(x), len(x), dtype=torch.bool))
    x = x + linear(weights, f"{name}.self_attn.out_proj", mixed.transpose(0, 1).flatten(1))
    normed = layer_norm(weights[f"{name}.layer_norm2.weight"], weights[f"{name}.layer_norm2.bias"], x, eps)
    return x + linear(weights, f"{name}.mlp.fc2", quick_gelu(linear(weights, f"{name}.mlp.fc1", normed)))


def clip_features(weights, config, pixels, select=-2):
    """[crops, channels, H, W] -> [crops, n, width]; the class token goes first and is dropped at the end."""
    name = "model.vision_tower.vision_tower.vision_model"
    kernel = weights[f"{name}.embeddings.patch_embedding.weight"]
    made = []
    for crop in pixels:
        x = patches(crop, config["patch_size"]) @ kernel.flatten(1).T
        x = torch.cat([weights[f"{name}.embeddings.class_embedding"][None], x])
        x = x + weights[f"{name}.embeddings.position_embedding.weight"]
        x = layer_norm(weights[f"{name}.pre_layrnorm.weight"], weights[f"{name}.pre_layrnorm.bias"], x, config["layer_norm_eps"])
        for index in range(config["num_hidden_layers"] + 1 + select):
            x = vit_block(weights, f"{name}.encoder.layers.{index}", x, config["num_attention_heads"], config["layer_norm_eps"])
        made.append(x[1:])
    return torch.stack(made)


def project(weights, x):
    return linear(weights, "model.mm_projector.2", exact_gelu(linear(weights, "model.mm_projector.0", x)))
