"""The house as a newcomer finds it: `make` tells what there is, and all that the issue names is there."""

from __future__ import annotations

import asyncio
import tomllib

import pytest

import bot
from tests.scenarios.estate import CHECKOUT


async def test_make_alone_lists_its_targets() -> None:
    process = await asyncio.create_subprocess_exec("make", cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE)
    printed, _ = await process.communicate()
    assert process.returncode == 0
    for target in ("demo", "run", "test", "check", "faults"):
        assert f"make {target}" in printed.decode()


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "README.zh.md",
        "CONTEXT.md",
        "CHANGELOG.md",
        "LICENSE",
        "config.yaml",
        "requirements.lock",
        "requirements-dev.lock",
        "docs/decisions",
        "docs/simulator.md",
        ".ci/run",
    ],
)
def test_what_belongs_to_a_house_is_there(path: str) -> None:
    assert (CHECKOUT / path).exists()


def test_it_is_version_0_2_under_the_apache_licence() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert bot.__version__ == project["version"] == "0.2.0"
    assert project["license"] == "Apache-2.0"
    assert "Apache License" in (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    assert "0.2.0" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")


async def test_continuous_integration_calls_make_test_and_skips_nothing() -> None:
    script = (CHECKOUT / ".ci/run").read_text(encoding="utf-8")
    assert "make test" in script
    assert "WISHWELL_REQUIRE_POSTGRES=1" in script
    assert "WISHWELL_REQUIRE_BROWSER=1" in script
