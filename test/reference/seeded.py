"""Numbers from seeds made of names, and how float64 results are stored."""

import zlib

import torch
from safetensors.torch import save_file


def noise(*shape, seed):
    return torch.randn(shape, generator=torch.Generator().manual_seed(zlib.crc32(seed.encode()))).double()


def integers(low, high, *shape, seed):
    return torch.randint(low, high, shape, generator=torch.Generator().manual_seed(zlib.crc32(seed.encode())))


def save(tensors, path):
    stored = {
        name: tensor.detach().to(torch.float32 if tensor.is_floating_point() else torch.int32).contiguous()
        for name, tensor in tensors.items()
    }
    save_file(stored, path, metadata={"format": "pt"})
