"""Times kernels by the same client, in turns: python measure.py ROUNDS CELLS. Prints JSON, milliseconds."""

import json
import os
import statistics
import sys
import time

import zmq
from jupyter_client import KernelManager

rounds, cells = int(sys.argv[1]), int(sys.argv[2])

kernels = {
    "ipykernel": {"name": "python3", "first": "1 + 1", "cell": "{0} + 1", "complete": "sor", "big": "print('x' * 5_000_000)"},
    "proxylab": {"name": "proxylab", "first": "1 + 1", "cell": "{0} + 1", "complete": "proxyVN", "big": "console.log('x'.repeat(5e6))"},
}


def ms(began):
    return (time.perf_counter() - began) * 1000


def processor_ms(manager):
    """What the kernel has computed so far; wall-clock figures on a shared machine tell more of the others."""
    with open(f"/proc/{manager.provisioner.pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def one_round(kernel):
    began = time.perf_counter()
    manager = KernelManager(kernel_name=kernel["name"])
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    figures = {"kernel_info": ms(began)}

    def run(code):
        began = time.perf_counter()
        client.execute_interactive(code, timeout=60, output_hook=lambda _: None, store_history=True)
        return ms(began)

    run(kernel["first"])
    figures["first cell, from the start"] = ms(began)
    figures["processor time until then"] = processor_ms(manager)
    trips = [run(kernel["cell"].format(i)) for i in range(cells)]
    figures["processor time a cell"] = (processor_ms(manager) - figures["processor time until then"]) / cells
    figures["cell, median of the first 100"] = statistics.median(trips[:100])
    figures["cells 3 to 23, median"] = statistics.median(trips[3:23])
    figures["last 20 cells, median"] = statistics.median(trips[-20:])

    def complete():
        began = time.perf_counter()
        client.complete(kernel["complete"], reply=True, timeout=60)
        return ms(began)

    complete()
    figures["completion, median of 20"] = statistics.median(complete() for _ in range(20))

    heart = zmq.Context.instance().socket(zmq.REQ)
    heart.linger = 0
    heart.connect(f"tcp://127.0.0.1:{manager.hb_port}")
    ident = client.execute(kernel["big"])
    beats = []
    while True:
        began = time.perf_counter()
        heart.send(b"beat")
        heart.recv()
        beats.append(ms(began))
        time.sleep(0.005)
        try:
            reply = client.get_shell_msg(timeout=0.001)
        except Exception:
            continue
        if reply["parent_header"].get("msg_id") == ident:
            break
    heart.close()
    figures["heartbeat during 5 MB, slowest"] = max(beats)
    client.stop_channels()
    manager.shutdown_kernel()
    return figures


measured = {name: [] for name in kernels}
for _ in range(rounds):
    for name, kernel in kernels.items():
        measured[name].append(one_round(kernel))
print(json.dumps(measured))
