"""The generators that are compared: where each is found, how its project is laid out, what command builds it."""
import json
import os
import shutil
from pathlib import Path
from typing import Dict, List, Optional

from measure import first_line

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
DATE = "2026-11-24"


class Generator:
    """One generator. A project is a folder of its own; the site always goes to `out` inside it."""
    name: str
    layout: str
    caches: List[str] = []  # deleted with `out` before each build, so that every build is a cold one
    env: Dict[str, str] = {}

    def missing(self) -> Optional[str]:
        """Why it cannot be run here and how to mend that; None if it can."""
        raise NotImplementedError

    def version(self) -> str:
        raise NotImplementedError

    def prepare(self, corpus: Path, project: Path) -> None:
        raise NotImplementedError

    def command(self, project: Path) -> List[str]:
        raise NotImplementedError

    def clean(self, project: Path) -> None:
        for folder in ["out"] + self.caches:
            shutil.rmtree(str(project / folder), ignore_errors=True)


class Rahnamo(Generator):
    name, layout = "rahnamo", "rahnamo"
    launcher = HERE.parent / "rahnamo"

    def missing(self) -> Optional[str]:
        return None if os.access(str(self.launcher), os.X_OK) else "no launcher at %s" % self.launcher

    def version(self) -> str:
        return first_line([str(self.launcher), "--version"])  # builds the jar if need be, outside the figures

    def prepare(self, corpus: Path, project: Path) -> None:
        project.mkdir()
        link_tree(corpus / "content", project / "content")

    def command(self, project: Path) -> List[str]:
        return [str(self.launcher), "build", "--content", str(project / "content"), "--output", str(project / "out"),
                "--no-search", "--no-packs", "--quiet", "--date", DATE]


class Peer(Generator):
    """A generator of others, with its theme in peers/."""
    layout = "yaml"
    theme: str
    content = "content"  # where it looks for the articles

    def prepare(self, corpus: Path, project: Path) -> None:
        project.mkdir()
        for source in corpus.iterdir():
            if source.is_dir():
                link_tree(source, project / (self.content if source.name == "content" else source.name))
        copy_into(PEERS / self.theme, project)
        shutil.copy(str(PEERS / "site.css"), str(project / "static"))


class Hugo(Peer):
    """Hugo with everything on an article page that ours has: the reference. See README.md."""
    name, theme = "hugo", "hugo"
    configs = "config.yaml,full.yaml"

    def missing(self) -> Optional[str]:
        return None if shutil.which("hugo") else "not installed (Debian: apt-get install hugo)"

    def version(self) -> str:
        return first_line(["hugo", "version"])

    def command(self, project: Path) -> List[str]:
        return ["hugo", "--quiet", "--config", self.configs, "--destination", "out"]


class HugoLean(Hugo):
    """Hugo with less on an article page than ours: no neighbours, related articles, JSON-LD, Open Graph, A–Z."""
    name, configs = "hugo-lean", "config.yaml"


class Eleventy(Peer):
    name, theme = "eleventy", "eleventy"
    modules = PEERS / "eleventy" / "node_modules"
    package = modules / "@11ty" / "eleventy"

    def missing(self) -> Optional[str]:
        if shutil.which("node") and self.package.is_dir():
            return None
        return "not installed (npm install --prefix bench/peers/eleventy)"

    def version(self) -> str:
        return "eleventy %s, node %s" % (
            json.loads((self.package / "package.json").read_text(encoding="utf-8"))["version"],
            first_line(["node", "--version"]))

    def prepare(self, corpus: Path, project: Path) -> None:
        super().prepare(corpus, project)
        (project / "node_modules").symlink_to(self.modules)

    def command(self, project: Path) -> List[str]:
        return ["node", "--max-old-space-size=12000", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]


class Jekyll(Peer):
    name, theme, content = "jekyll", "jekyll", "_articles"
    caches = [".jekyll-cache"]

    def missing(self) -> Optional[str]:
        return None if shutil.which("jekyll") else "not installed (Debian: apt-get install jekyll)"

    def version(self) -> str:
        return first_line(["jekyll", "--version"])

    def command(self, project: Path) -> List[str]:
        return ["jekyll", "build", "--quiet", "--destination", "out", "--disable-disk-cache"]


class JBake(Peer):
    name, theme, layout = "jbake", "jbake", "jbake"
    caches = ["cache"]
    jars = PEERS / "jbake" / "jars"

    def missing(self) -> Optional[str]:
        if shutil.which("java") and list(self.jars.glob("jbake-core-*.jar")):
            return None
        return "not installed (mvn -f bench/peers/jbake/pom.xml dependency:copy-dependencies -DoutputDirectory=jars)"

    def version(self) -> str:
        return next(self.jars.glob("jbake-core-*.jar")).stem

    def command(self, project: Path) -> List[str]:
        return ["java", "-Dlogback.configurationFile=logback.xml", "-cp", "%s/*" % self.jars,
                "org.jbake.launcher.Main", "-b", ".", "out"]


ALL: List[Generator] = [Rahnamo(), Hugo(), HugoLean(), Eleventy(), Jekyll(), JBake()]
REFERENCE = "hugo"


def link_tree(source: Path, target: Path) -> None:
    """Hard links: a project costs no room, and a generator sees ordinary files."""
    shutil.copytree(str(source), str(target), copy_function=os.link)


def copy_into(source: Path, target: Path) -> None:
    for folder, folders, files in os.walk(str(source)):
        folders[:] = [name for name in folders if name not in ("node_modules", "jars")]
        here = target / Path(folder).relative_to(source)
        here.mkdir(exist_ok=True)
        for name in files:
            shutil.copy(os.path.join(folder, name), str(here))
