"""The import contracts of pyproject.toml hold, bite, and leave no module out; and a few rules no linter knows."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "handlers", "conversations", "simulator")
MAX_LINES = 400
NAMELESS_ROOMS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "managers",
    "misc",
    "common",
    "tools",
    "stuff",
    "base",
}

#: One violation for each contract: the module it is planted in, and the line.
PLANTED = {
    "Layers": ("bot/store/__init__.py", "import handlers"),
    "Every module of bot has a layer": ("bot/somewhere_else.py", ""),
    "The domain and the use cases know no library that does I/O": ("bot/services/__init__.py", "import aiohttp"),
    "Handlers and conversations reach the world only through services": ("handlers/__init__.py", "import bot.clock"),
    "Only the store speaks SQL": ("bot/intake.py", "import sqlalchemy"),
    "Only the webhook knows the web": ("bot/intake.py", "import starlette"),
    "Only the edges know Telegram's library": ("bot/clock.py", "import telegram"),
    "Pictures are drawn by a child process alone": ("bot/files.py", "import PIL"),
    "The composition root puts together and does nothing itself": ("bot/app.py", "import telegram"),
    "The simulator shares nothing with the bot but the Bot API": ("simulator/__init__.py", "import bot.domain"),
    "Only the demonstration knows the simulator": ("bot/domain/__init__.py", "import simulator"),
}


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted((ROOT / folder).rglob("*.py")) if "__pycache__" not in path.parts)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter on this folder, in a process of its own: it reads what is imported here, and silences loggers."""
    run = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    return subprocess.run(
        [sys.executable, "-c", run], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_import_contracts_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def report_on_planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the project with every violation in it."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    for module, line in PLANTED.values():
        with (copy / module).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    result = lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


def test_every_contract_has_a_violation_planted() -> None:
    written = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert set(re.findall(r'contracts\]\]\nname = "([^"]+)"', written)) == set(PLANTED)


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_is_caught(report_on_planted: str, contract: str) -> None:
    assert f"{contract} BROKEN" in report_on_planted
    module = PLANTED[contract][0].removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    sections = re.split(r"\n(?=[^\n]+\n-{5,}\n)", report_on_planted)
    (details,) = [section for section in sections if section.startswith(f"{contract}\n")]
    assert re.search(rf"\b{re.escape(module)}\b", details.partition("\n")[2])


@pytest.mark.parametrize("path", list(sources(*PACKAGES, "tests")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_one_room_with_a_name(path: Path) -> None:
    assert path.stem not in NAMELESS_ROOMS
    if path.parent.name == "versions":
        return  # a migration is one step, however many tables it makes
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_LINES, f"{lines} lines: does it hold two rooms?"


def test_the_time_is_asked_of_the_clock_alone() -> None:
    asked: list[str] = []
    for path in sources("bot", "handlers", "conversations"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                call = ast.unparse(node.func)
                if re.fullmatch(r"(datetime\.)?(datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|sleep)", call):
                    asked.append(f"{path.relative_to(ROOT)}:{node.lineno} {call}")
    # The demonstration tells its simulator when to begin; the bot in it follows the simulator's clock.
    assert [line for line in asked if not line.startswith(("bot/clock.py:", "bot/demo.py:"))] == []


def test_tasks_are_started_in_the_nursery_alone() -> None:
    started = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("bot", "handlers", "conversations")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"create_task", "ensure_future", "TaskGroup"}
    ]
    assert [line for line in started if not line.startswith("bot/nursery.py:")] == []


def test_every_test_is_collected(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.getini("testpaths") == ["tests"]
    assert pytestconfig.getini("python_files") == ["test_*.py", "*_test.py"]
    skipped = [pattern.strip("*") for pattern in pytestconfig.getini("norecursedirs")]
    for path in sources("tests"):
        functions = [
            node
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        has_tests = any(node.name.startswith("test_") for node in functions)
        assert has_tests == path.name.startswith("test_") or path.name.endswith("_story.py"), (
            f"{path.name} is not collected or empty"
        )
        assert not set(path.relative_to(ROOT).parts) & set(skipped), f"{path} lies in a folder that is skipped"


def test_every_folder_of_tests_holds_tests() -> None:
    folders = {path.parent for path in sources("tests")} | {
        path for path in (ROOT / "tests").iterdir() if path.is_dir()
    }
    empty = [
        str(folder.relative_to(ROOT))
        for folder in folders
        if folder.name != "__pycache__" and not list(folder.rglob("test_*.py"))
    ]
    assert empty == []


def test_the_locks_name_hashes_and_no_hosts() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in lock
        assert "--index-url" not in lock
        pins = re.findall(r"^[a-zA-Z0-9_.-]+(?:\[[^\]]*\])?==", lock, re.MULTILINE)
        blocks = re.split(r"\n(?=[a-zA-Z0-9])", lock)
        assert len(pins) == sum("--hash=sha256:" in block for block in blocks) > 20


def test_one_lock_holds_the_other() -> None:
    """`make test` leaves an environment in which `make demo` has nothing left to install."""
    run, dev = (
        set(
            re.findall(r"^[a-zA-Z0-9_.-]+(?:\[[^\]]*\])?==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        )
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run < dev


def imported_by(*folders: str) -> set[str]:
    """The top names of all imports, relative ones left out."""
    names: set[str] = set()
    for path in sources(*folders):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add((node.module or "").partition(".")[0])
    return names


def test_what_is_imported_is_declared_and_what_is_declared_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {normal(re.split(r"[\[><=]", line)[0]) for line in project["dependencies"]}
    of_import = packages_distributions()
    third_party = imported_by(*PACKAGES) - set(sys.stdlib_module_names) - set(PACKAGES)
    used = {
        frozenset(normal(name) for name in of_import[imported]) for imported in third_party if imported in of_import
    }
    assert [sorted(names) for names in used if not names & (declared | COMES_ALONG)] == []
    assert declared - frozenset().union(*used) == LOADED_BY_NAME, "declared, but nothing imports it"


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


#: The half of a declared package that it pins itself.
COMES_ALONG = {"pydantic-core"}
#: Loaded by name: zones by the standard library, the parser of requests by uvicorn.
LOADED_BY_NAME = {"httptools", "tzdata"}
