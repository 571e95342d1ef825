"""Times fastText and scikit-learn's character n-grams on texts of forty words. Started by ./measure, in triage/."""

import glob
import re
import subprocess
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

WORK = sys.argv[1]
LEVEL, TEXT = 3, 7


def words(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def seconds(doing):
    began = time.perf_counter()
    doing()
    return time.perf_counter() - began


def predict(lines):
    subprocess.run(["fasttext", "predict", f"{WORK}/ft.bin", "-"], input="\n".join(lines).encode(), check=True,
                   stdout=subprocess.DEVNULL)


def main():
    rows = []
    for path in sorted(glob.glob("src/corpus/train/*.tsv")):
        with open(path, encoding="utf-8") as lines:
            rows += [line.rstrip("\n").split("\t") for line in lines if line.strip()]
    with open(f"{WORK}/texts.txt", encoding="utf-8") as lines:
        texts = lines.read().splitlines()

    with open(f"{WORK}/ft.txt", "w", encoding="utf-8") as out:
        out.writelines(f"__label__{row[LEVEL]} {words(row[TEXT])}\n" for row in rows)
    subprocess.run(["fasttext", "supervised", "-input", f"{WORK}/ft.txt", "-output", f"{WORK}/ft", "-epoch", "5",
                    "-wordNgrams", "2", "-minn", "2", "-maxn", "5", "-dim", "50", "-bucket", "200000", "-thread", "1",
                    "-verbose", "0"], check=True, stderr=subprocess.DEVNULL)
    asked = [words(text) for text in texts]
    # The process and its model are started twice; the difference is the texts.
    took = seconds(lambda: predict(asked * 21)) - seconds(lambda: predict(asked))
    print(f"fastText, level: {20 * len(asked) / took:.0f} texts/s")

    view = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True)
    learnt = LogisticRegression(C=10, solver="liblinear", max_iter=20).fit(
        view.fit_transform([row[TEXT] for row in rows]), [row[LEVEL] for row in rows])
    took = seconds(lambda: [learnt.predict(view.transform([text])) for text in texts])
    print(f"scikit-learn character n-grams, level, a text at a time: {len(texts) / took:.0f} texts/s")
    took = seconds(lambda: learnt.predict(view.transform(texts)))
    print(f"scikit-learn character n-grams, level, all at once: {len(texts) / took:.0f} texts/s")


main()
