"""Square matrix products, `a b^T`, as a linear layer makes them, in PyTorch. Called by `npm run bench`."""

import torch

from bench_weights import compiled, enough, serve, settings, states


def main():
    given = {"sizes": [256, 512, 1024, 2048], **settings()}
    dtype = getattr(torch, given["precision"])
    variants, checks = {}, {}
    multiply = compiled(torch.nn.functional.linear, given)
    for size in given["sizes"]:
        a, b = (states(f"{size} {name}", size, size).to(dtype) for name in "ab")
        variants[str(size)] = enough(lambda a=a, b=b: multiply(a, b))
        checks[str(size)] = multiply(a, b)[0, :8].tolist()
    serve(variants, checks)


if __name__ == "__main__":
    with torch.inference_mode():
        main()
