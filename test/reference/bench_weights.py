"""What the timed PyTorch programs share with ProxyLab's side: the same weights and tokens, and a way to be asked.

Every weight is a hash of its path and place (`test/bench/weights.ts` has the same rule), so both sides hold the same
numbers without a file between them, and what they compute can be compared.
"""

import json
import sys
import time

import numpy as np
import torch


def fnv(text):
    value = 0x811C9DC5
    for letter in text:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return value


def noise(path, size):
    """Numbers in [-1, 1), float32, by path and index."""
    x = np.arange(size, dtype=np.uint32)
    x += np.uint32(fnv(path))
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x045D9F3B)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x045D9F3B)
    x ^= x >> np.uint32(16)
    return (x / 2.0**31 - 1).astype(np.float32)


def weight(path, *shape):
    """Norms are ones; a matrix `[out, in]` is uniform within 1 / sqrt(in)."""
    if len(shape) == 1:
        return torch.ones(shape)
    return torch.from_numpy(noise(path, int(np.prod(shape)))).mul_(shape[-1] ** -0.5).view(*shape)


def states(path, *shape):
    """Random states, uniform within sqrt(3): of unit variance."""
    return torch.from_numpy(noise(path, int(np.prod(shape)))).mul_(3**0.5).view(*shape)


def ids(path, size, vocabulary):
    """Token ids by path and index."""
    x = (noise(path, size).astype(np.float64) + 1) / 2
    return torch.from_numpy(np.minimum((x * vocabulary).astype(np.int64), vocabulary - 1))


def fill(module, rename=lambda name: name):
    """Gives a module's parameters the values that their paths stand for."""
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            parameter.copy_(weight(rename(name), *parameter.shape))


def settings():
    """`{threads, precision, mode, ...}` from the first argument; PyTorch is set to them."""
    given = {"threads": 1, "precision": "float32", "mode": "eager", **json.loads(sys.argv[1] if len(sys.argv) > 1 else "{}")}
    torch.set_num_threads(given["threads"])
    torch.manual_seed(0)
    return given


def autocast(given):
    return torch.autocast("cpu", torch.bfloat16, enabled=given["precision"] == "bfloat16")


def compiled(function, given):
    return torch.compile(function) if given["mode"] == "compiled" else function


def say(**line):
    print(json.dumps(line), flush=True)


def serve(variants, checks, **more):
    """Says that it is ready and what it computes; runs a variant whenever a line `run NAME` comes in and tells the milliseconds by the clock and of the processor.

    A variant is a function; its attribute `times`, where it has one, says how often it does its work.
    """
    import transformers

    say(ready=True, checks=checks, versions={"torch": torch.__version__, "transformers": transformers.__version__}, **more)
    for line in sys.stdin:
        word, _, name = line.strip().partition(" ")
        if word != "run":
            break
        scale = 1000 / getattr(variants[name], "times", 1)
        began, used = time.perf_counter(), time.process_time()
        variants[name]()
        say(ms=scale * (time.perf_counter() - began), cpuMs=scale * (time.process_time() - used))


def warm(function, times=2, patience=10):
    """Does it some times before it is measured, but not where once already takes long."""
    for _ in range(times):
        began = time.perf_counter()
        function()
        if time.perf_counter() - began > patience:
            break


def enough(function, seconds=0.1):
    """The same function, done as often as takes some time, so that a clock's tick and one interruption do not matter."""
    function()
    began = time.perf_counter()
    function()
    times = max(1, round(seconds / (time.perf_counter() - began)))

    def repeated():
        for _ in range(times):
            function()

    repeated.times = times
    return repeated
