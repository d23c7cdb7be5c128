"""What other programs' measures of answers give: DocVQA's, ChartQA's, TextVQA's and RefCOCO's as lmms-eval has them, and sacrebleu's BLEU.

lmms-eval's own imports are heavy and beside the point, so that single functions are taken out of its files.

    python answer_metrics.py --out test/golden/answerMetrics.json
"""

import argparse
import ast
import json
import os
import random
import re
import statistics
from importlib.metadata import distribution, version

import sacrebleu

TASKS = str(distribution("lmms_eval").locate_file("lmms_eval"))

WORDS = ["Oslo", "the", "a", "an", "two", "ten", "none", "dont", "it's", "Peru,", "42", "3.5", "1,000", "red", "sign", "U.S.", "e-mail", "couldnt've",
         "isn't", "somebody'd", "y'alld've", "what?", "(x)", "St.", "50%", "$3.20", "-7", "oclock", "O", "&", "end."]


def taken(path, *names, **given):
    """Functions, classes and constants of a file, by name, without running the rest of it."""
    with open(os.path.join(TASKS, path)) as file:
        tree = ast.parse(file.read())
    wanted = [node for node in tree.body if getattr(node, "name", None) in names]
    for node in wanted:
        node.decorator_list = []
    scope = {"re": re, "statistics": statistics, **given}
    exec(compile(ast.Module(wanted, []), path, "exec"), scope)
    return [scope[name] for name in names]


def phrases():
    draw = random.Random(3)
    return [" ".join(draw.choice(WORDS) for _ in range(draw.randint(1, 5))) for _ in range(400)]


def near(text, draw):
    """A text with some letters changed, left out or doubled."""
    out = []
    for letter in text:
        turn = draw.random()
        out.append(letter if turn > 0.3 else {0: "", 1: letter * 2, 2: draw.choice("abc 0123.")}[draw.randrange(3)])
    return "".join(out) or "x"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    (levenshtein, anls) = taken("api/metrics.py", "levenshtein_distance", "anls")
    (relaxed,) = taken("tasks/chartqa/utils.py", "relaxed_correctness")
    (processor,) = taken("tasks/_task_utils/vqa_eval_metric.py", "EvalAIAnswerProcessor")
    (textvqa,) = taken("tasks/textvqa/utils.py", "textvqa_process_results", EvalAIAnswerProcessor=processor)
    (iou,) = taken("tasks/refcoco/utils_rec.py", "compute_iou")
    anls.__globals__["levenshtein_distance"] = levenshtein

    draw = random.Random(5)
    texts = phrases()
    given = [near(text, draw) if draw.random() < 0.7 else text for text in texts]
    numbers = [str(round(draw.uniform(-200, 200), draw.randint(0, 2))) + draw.choice(["", "", "%"]) for _ in range(200)]
    close = [str(round(float(n.rstrip("%")) * draw.uniform(0.9, 1.1), 2)) + n[len(n.rstrip("%")):] for n in numbers]
    people = [[draw.choice([text, text, near(text, draw), "other"]) for _ in range(10)] for text in texts[:150]]
    boxes = [[[x, y, x + draw.randint(1, 60), y + draw.randint(1, 60)] for x, y in [(draw.randint(0, 40), draw.randint(0, 40)) for _ in range(2)]] for _ in range(200)]
    corpora = [(given[i:i + 20], texts[i:i + 20]) for i in range(0, 400, 20)]

    result = {
        "versions": {"lmms_eval": version("lmms_eval"), "sacrebleu": version("sacrebleu")},
        "anls": [[g, [t, u], anls([t, u], [g])["anls"]] for g, t, u in zip(given, texts, texts[1:] + texts[:1])],
        "relaxed": [[g, t, float(relaxed(g, t))] for g, t in list(zip(close, numbers)) + list(zip(given[:100], texts[:100]))],
        "vqaForm": [[t, processor()(t)] for t in texts + given],
        "vqa": [[t, ten, textvqa({"answers": list(ten), "question_id": 0}, [t])["exact_match"]] for t, ten in zip(texts, people)],
        "iou": [[a, b, iou(a, b)] for a, b in boxes],
        "bleu": [[g, t, sacrebleu.corpus_bleu(g, [t]).score] for g, t in corpora],
        "sentenceBleu": [[g, t, sacrebleu.sentence_bleu(g, [t]).score] for g, t in zip(given, texts)],
    }
    with open(out, "w") as file:
        json.dump(result, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
