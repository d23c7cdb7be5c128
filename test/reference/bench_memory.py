"""How much memory the attention of one layer takes over some tokens in PyTorch. Called by `npm run bench`."""

import re

import torch

from bench_prefill import Layer, Prompt, routes
from bench_weights import say, settings


def status(field):
    with open("/proc/self/status") as file:
        return int(re.search(rf"^{field}:\s+(\d+) kB", file.read(), re.M)[1]) * 1024


def main():
    given = {"hidden": 4096, "heads": 32, "ffn": 16, "crops": 1, "grid": 0, "text": 150, **settings()}
    dtype = getattr(torch, given["precision"])
    layer = Layer(given, dtype)
    warm = {**given, "text": 32}
    routes(layer, Prompt(warm, dtype))["full"]()
    full = routes(layer, Prompt(given, dtype))["full"]
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    before = status("VmRSS")
    full()
    say(bytes=status("VmHWM") - before, versions={"torch": torch.__version__})


if __name__ == "__main__":
    with torch.inference_mode():
        main()
