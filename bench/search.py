"""Measures what the search finds, by asking `rahnamo` as any script can. See README.md."""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ALPHABETS = {
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "uz": "abdefghijklmnopqrstuvxyzʻ",
    "ru": "абвгдежзийклмнопрстуфхцчшщыьэюя",
}
BARE = {
    "tg": ["ғг ӣи қк ӯу ҳх ҷч", "ғг ӣи қк ӯу ҳх ҷж", "ғг ӣи қк ӯу ҳх ҷдж"],
    "uz": ["ʻ ʼ ' ‘ ’"],
    "uz-Cyrl": ["қк ўу ғг ҳх"],
    "ru": ["ёе"],
}
CYRILLIC = dict(zip("abdefgijklmnopqrstuvxyzh", "абдефгижклмнопқрстувхйзҳ"))
TARGETS = {
    "other form": {"tg": 92, "uz": 90, "ru": 94},
    "wrong word": {"tg": -10, "uz": -10, "ru": -5},
    "typing error": {"tg": 99, "uz": 93, "ru": 99},
    "bare": {"tg": 99, "uz": 99, "uz-Cyrl": 97, "ru": 99},
    "other alphabet": {"uz": 99, "uz-Cyrl": 99},
    "Russian form": {"tg": 90, "uz": 90},
}
TYPED = 5  # letters: shorter words become other words by one error


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pairs", type=pathlib.Path, help="a folder with tg.tsv, uz.tsv, ru.tsv: base and other form, with a tab")
    options.add_argument("--seed", type=int, default=1)
    arguments = options.parse_args()
    bench = Bench(random.Random(arguments.seed))
    pairs = {tag: read_pairs(arguments.pairs / f"{tag}.tsv") for tag in ("tg", "uz", "ru")}
    for tag in ("tg", "uz", "ru"):
        bench.forms(tag, pairs[tag])
        bench.typing_errors(tag, pairs[tag])
        bench.bare(tag, [base for base, _ in pairs[tag]])
    latin = sorted({base for base, _ in pairs["uz"] if cyrillic(base)})
    bench.alphabets(latin)
    bench.bare("uz-Cyrl", [cyrillic(word) for word in latin])
    for tag in ("tg", "uz"):
        bench.russian(tag, pairs[tag], pairs["ru"][:1000])
    sys.exit(1 if bench.is_missed else 0)


def read_pairs(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def cyrillic(latin):
    """A plain word in Cyrillic, or nothing if its spelling depends on more than its letters."""
    text = latin.replace("oʻ", "ў").replace("o'", "ў").replace("gʻ", "ғ").replace("g'", "ғ")
    text = text.replace("sh", "ш").replace("ch", "ч")
    known = all(c in CYRILLIC or c in "ўғшч" for c in text)
    return "".join(CYRILLIC.get(c, c) for c in text) if known and not set("ey") & set(text) else ""


def misspelled(word, alphabet, chance):
    """A word with one letter more, less, other, or two swapped."""
    while True:
        at, letter = chance.randrange(len(word)), chance.choice(alphabet)
        swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        wrong = chance.choice(
            [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :], swapped]
        )
        if wrong != word:
            return wrong


class Bench:
    def __init__(self, chance):
        self.chance = chance
        self.is_missed = False

    def forms(self, tag, pairs):
        found = self.ask(tag, [base for base, _ in pairs], [form for _, form in pairs], 1000)
        self.report("other form", tag, [base in hits for (base, _), hits in zip(pairs, found)])
        self.report("wrong word", tag, [bool(set(hits) - {base}) for (base, _), hits in zip(pairs, found)])

    def typing_errors(self, tag, pairs):
        words = [base for base, _ in pairs if len(base) >= TYPED]
        queries = [misspelled(word, ALPHABETS[tag], self.chance) for word in words]
        found = self.ask(tag, [base for base, _ in pairs], queries, 5)
        self.report("typing error", tag, [word in hits for word, hits in zip(words, found)])

    def bare(self, tag, words):
        asked = []
        for letters in BARE[tag]:
            asked += [(word, bare) for word in words if (bare := without(word, letters)) != word]
        found = self.ask(tag, words, [bare for _, bare in asked], 5)
        self.report("bare", tag, [word in hits for (word, _), hits in zip(asked, found)])

    def alphabets(self, latin):
        for tag, documents, queries in (
            ("uz", latin, [cyrillic(word) for word in latin]),
            ("uz-Cyrl", [cyrillic(word) for word in latin], latin),
        ):
            found = self.ask(tag, documents, queries, 5)
            self.report("other alphabet", tag, [word in hits for word, hits in zip(documents, found)])

    def russian(self, tag, pairs, russian):
        documents = [base for base, _ in pairs] + [base for base, _ in russian]
        found = self.ask(tag, documents, [form for _, form in russian], 5)
        self.report("Russian form", tag, [base in hits for (base, _), hits in zip(russian, found)])

    def ask(self, tag, documents, queries, limit):
        """The documents that each query finds, best first; a document is one word."""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            words = sorted(set(documents))
            lines = [json.dumps({"id": str(i), "title": "", "text": word}) for i, word in enumerate(words)]
            (folder / "documents.jsonl").write_text("\n".join(lines), encoding="utf-8")
            (folder / "queries.txt").write_text("\n".join(queries) + "\n", encoding="utf-8")
            index = folder / "index"
            rahnamo("index", "--documents", folder / "documents.jsonl", "--lang", tag, "--output", index,
                    "--whole-index", "never", "--quiet")
            answers = rahnamo("search", "--queries", folder / "queries.txt", "--lang", tag, "--index", index,
                              "--limit", limit, "--format", "json").splitlines()
        if len(answers) != len(queries):
            sys.exit(f"{len(queries)} queries, but {len(answers)} answers")
        return [[words[int(hit["id"])] for hit in json.loads(answer)["hits"]] for answer in answers]

    def report(self, what, tag, successes):
        share = 100 * sum(successes) / len(successes)
        target = TARGETS[what][tag]
        is_met = share >= target if target > 0 else share <= -target
        self.is_missed |= not is_met
        bound = f"at least {target}" if target > 0 else f"at most {-target}"
        print(f"{tag:8}{what:16}{share:6.1f} %  {len(successes):5} queries  {bound} %: {'met' if is_met else 'MISSED'}", flush=True)


def without(word, letters):
    for pair in letters.split():
        word = word.replace(pair[0], pair[1:])
    return word


def rahnamo(*arguments):
    command = [str(ROOT / "rahnamo"), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
