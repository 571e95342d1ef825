"""Trains the baselines, asks everybody the same development texts, prints one table. Started by ./compare."""

import collections
import glob
import json
import re
import subprocess
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

JAVA, WORK = sys.argv[1:3]
JAR = "triage/target/wasl-triage.jar"
URGENT = {"L1", "L2"}
Text = collections.namedtuple("Text", "id language category level accepted kind who text")


def corpus(part):
    texts = []
    for path in sorted(glob.glob(f"triage/src/corpus/{part}/*.tsv")):
        with open(path, encoding="utf-8") as lines:
            texts += [Text(*line.rstrip("\n").split("\t")) for line in lines if line.strip()]
    return texts


def say(step):
    print(f"compare: {step}", file=sys.stderr, flush=True)


def run(command, given=""):
    done = subprocess.run(command, input=given.encode(), capture_output=True)
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr.decode()[-500:]}")
    return done.stdout.decode()


def words(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def wasl(train, dev):
    lines = "".join(json.dumps({"id": text.id, "text": text.text}) + "\n" for text in dev)
    said = {one["id"]: one for one in map(json.loads, run([JAVA, "-jar", JAR, "assess"], lines).splitlines())}
    return [(said[text.id]["level"], said[text.id]["category"]) for text in dev]


def each_label(learn_and_say, train, dev):
    levels = learn_and_say(train, dev, lambda text: text.level)
    return list(zip(levels, learn_and_say(train, dev, lambda text: text.category)))


def bag_of_words(train, dev, label):
    with open(f"{WORK}/doccat.txt", "w", encoding="utf-8") as out:
        out.writelines(f"{label(text)} {words(text.text) or 'x'}\n" for text in train)
    told = run([JAVA, "-cp", JAR, "triage/src/baselines/BagOfWords.java", f"{WORK}/doccat.txt"],
               "".join(f"{words(text.text) or 'x'}\n" for text in dev))
    labels = told.split()
    if len(labels) != len(dev):
        sys.exit(f"doccat: {len(labels)} answers (expected: {len(dev)})")
    return labels


def fast_text(train, dev, label):
    with open(f"{WORK}/ft.txt", "w", encoding="utf-8") as out:
        out.writelines(f"__label__{label(text)} {words(text.text)}\n" for text in train)
    run(["fasttext", "supervised", "-input", f"{WORK}/ft.txt", "-output", f"{WORK}/ft", "-epoch", "25", "-lr", "0.5",
         "-wordNgrams", "2", "-minn", "2", "-maxn", "5", "-dim", "50", "-bucket", "200000", "-thread", "1"])
    told = run(["fasttext", "predict", f"{WORK}/ft.bin", "-"],
               "".join((words(text.text) or "x") + "\n" for text in dev))
    return [line.replace("__label__", "") for line in told.splitlines()]


def char_ngrams(train, dev, label):
    view = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True)
    learnt = LogisticRegression(C=10, solver="liblinear").fit(
        view.fit_transform([text.text for text in train]), [label(text) for text in train])
    return list(learnt.predict(view.transform([text.text for text in dev])))


def share(hits):
    hits = list(hits)
    return f"{sum(hits) / len(hits):.2f}" if hits else "-"


def row(name, dev, told, language, kind):
    pairs = [(text, level, category) for text, (level, category) in zip(dev, told)
             if text.language == language and text.kind in kind]
    return [
        share(level in URGENT for text, level, _ in pairs if text.level in URGENT),
        share(level in text.accepted.split(",") for text, level, _ in pairs),
        f"{f1_score([t.category for t, _, _ in pairs], [c for _, _, c in pairs], average='macro'):.2f}",
    ]


def main():
    train, dev = corpus("train"), corpus("dev")
    readers = {"Wasl": wasl}
    for name, learner in (("OpenNLP bag of words", bag_of_words), ("fastText", fast_text),
                          ("char n-grams", char_ngrams)):
        readers[name] = lambda train, dev, learner=learner: each_label(learner, train, dev)
    print(f"{len(train)} training texts, {len(dev)} development texts\n")
    print("| language | reader | urgent recall plain / indirect | urgent given to L4, L5 | level accepted plain / "
          "indirect | category macro-F1 plain / indirect |\n|---|---|---|---|---|---|")
    told = {}
    for name, reader in readers.items():
        say(name)
        told[name] = reader(train, dev)
    for language in sorted({text.language for text in dev}):
        for name in readers:
            plain, half = row(name, dev, told[name], language, ("plain",)), row(name, dev, told[name], language,
                                                                               ("indirect",))
            calm = share(level in URGENT for text, (level, _) in zip(dev, told[name])
                         if text.language == language and text.level in ("L4", "L5")
                         and not URGENT & set(text.accepted.split(",")))
            print(f"| {language} | {name} | {plain[0]} / {half[0]} | {calm} | {plain[1]} / {half[1]} "
                  f"| {plain[2]} / {half[2]} |")


main()
