"""Edits the benchmark's articles as editors would in a month, or in a year. Python 3.8 or later, standard library only.

A month: in every third article, chosen anew each month, one sentence of eight words takes the place of three words.
A year: twelve such months, and a tenth more articles. The same seed gives the same edits on every machine.
"""
import re
from pathlib import Path
from typing import List

from corpus import Dice

WORD = re.compile(r"\w{3,}")


def month(content: Path, number: int) -> int:
    """Edits a third of the articles in all their languages; says how many files that are."""
    articles = sorted({str(path.relative_to(content / language.name)) for language in languages(content)
                       for path in language.glob("*/*.md") if not path.name.startswith("_")})
    dice = Dice("month", number)
    touched = 0
    for article in dice.sample(articles, len(articles) // 3):
        for language in languages(content):
            path = language / article
            if path.exists():
                path.write_text(edited(path.read_text(encoding="utf-8"), dice), encoding="utf-8")
                touched += 1
    return touched


def rest_of_year(content: Path) -> None:
    """The eleven months after month 0, and the new articles."""
    for number in range(1, 12):
        month(content, number)
    dice = Dice("year", 0)
    for language in languages(content):
        found = [path for path in sorted(language.glob("*/*.md")) if not path.name.startswith("_")]
        for path in dice.sample(found, len(found) // 10):
            head, body = parts(path.read_text(encoding="utf-8"))
            words = WORD.findall(body)
            head = re.sub("title: .*", 'title: "%s"' % " ".join(dice.pick(words) for _ in range(4)), head)
            head = re.sub("published: .*", "published: 2027-05-01", head)
            body = "\n".join(" ".join(dice.pick(words) for _ in line.split(" ")) if plain(line) else line
                             for line in body.split("\n"))
            path.with_name(path.stem + "-new.md").write_text(head + body, encoding="utf-8")


def languages(content: Path) -> List[Path]:
    return sorted(folder for folder in content.iterdir() if (folder / "_index.md").exists()
                  or any(folder.glob("*/_index.md")))


def parts(text: str) -> List[str]:
    """The front matter with its lines, and the text below it."""
    end = text.index("\n---\n", 4) + 5
    return [text[:end], text[end:]]


def plain(line: str) -> bool:
    return len(line) > 60 and line[0].isalpha()


def edited(text: str, dice: Dice) -> str:
    head, body = parts(text)
    lines = body.split("\n")
    candidates = [at for at, line in enumerate(lines) if plain(line)]
    if candidates:
        at = dice.pick(candidates)
        words = lines[at].split(" ")
        known = WORD.findall(body)
        place = dice.below(len(words))
        lines[at] = " ".join(words[:place] + [dice.pick(known) for _ in range(8)] + words[place + 3:])
    return head + "\n".join(lines)
