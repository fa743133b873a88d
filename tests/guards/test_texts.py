"""Both catalogs are complete, well formed and in the voice of the house, and the code says nothing they lack."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from fluent.syntax import ast

from bot.domain import errors
from bot.texts.catalog import FUNCTIONS, NEUTRAL, Catalog
from bot.texts.fitting import columns, plain, units
from bot.texts.renderer import MAX_LABEL_COLUMNS, MAX_PLACEHOLDER, MAX_TOAST
from tests.guards.text_families import FAMILIES
from tests.texts.sources import LANGUAGES, entries, written
from tests.texts.usage import KEY, Use, constants, uses

TEXTS = {language: written(language) for language in LANGUAGES}
KEYS = frozenset(TEXTS["zh"])
USES: tuple[Use, ...] = tuple(uses())

FAMILY_KEYS = frozenset(family.replace("*", value) for family, values in FAMILIES.items() for value in values)
#: First words of keys that stand in tables, where no call names them.
TOPICS = frozenset(
    ("button", "card", "count", "counted", "dialog", "desk", "filter", "help", "more", "notice", "placeholder")
) | frozenset(("preview", "privacy", "refused", "stance"))
NO_TEXTS = frozenset({"dialog-run"})
#: Said where no call names them: in place of a missing text, and by whoever answers for a bug.
ALWAYS = frozenset({NEUTRAL, "apology"})
#: A language is named in itself, whatever the catalog.
IN_THEIR_OWN_LANGUAGE = frozenset(key for key in FAMILY_KEYS if key.startswith("language-"))
MAX_DESCRIPTION = 512  #: Bot API: setMyDescription
ALLOWED_TAGS = {"b", "i", "u", "s", "code", "blockquote", "a"}
OFFICE_CHINESE = (
    *("敬请", "予以", "贵单位", "相关部门", "诉求", "工单", "办理", "提交", "操作成功", "知悉", "特此", "温馨提示"),
    *("用户", "点击", "反馈", "进行", "该"),
)


def refusals() -> list[type[errors.Refused]]:
    found, open_ = [], [errors.Refused]
    while open_:
        children = open_.pop().__subclasses__()
        found += children
        open_ += children
    return found


def in_both(key: str) -> bool:
    return all(key in TEXTS[language] for language in LANGUAGES)


def variables(key: str) -> frozenset[str]:
    text = TEXTS["zh"][key]
    return text.variables.union(*(variables(other) for other in text.refers_to))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_parses(language: str) -> None:
    junk = [f"{file}: {entry.content!r}" for file, entry in entries(language) if isinstance(entry, ast.Junk)]
    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    keys = Counter(entry.id.name for _, entry in entries(language) if isinstance(entry, ast.Message))
    assert [key for key, times in keys.items() if times > 1] == []


def test_both_languages_have_the_same_keys_in_the_same_files() -> None:
    assert {k: t.file for k, t in TEXTS["zh"].items()} == {k: t.file for k, t in TEXTS["en"].items()}


def test_both_languages_use_the_same_variables() -> None:
    assert {k: t.variables for k, t in TEXTS["zh"].items()} == {k: t.variables for k, t in TEXTS["en"].items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_and_functions_exist(language: str) -> None:
    for text in TEXTS[language].values():
        assert text.refers_to <= KEYS, text.key
        assert text.functions <= FUNCTIONS.keys(), text.key


@pytest.mark.parametrize("refusal", refusals(), ids=lambda refusal: refusal.__name__)
def test_every_refusal_has_a_text_with_documented_variables(refusal: type[errors.Refused]) -> None:
    key = refusal.text_key()
    assert in_both(key)
    documented = set(re.findall(r"`(\w+)`", refusal.__doc__ or ""))
    assert variables(key) <= documented


def test_every_refusal_text_has_its_class() -> None:
    classes = {refusal.text_key() for refusal in refusals()}
    assert {key for key in KEYS if key.startswith("refused-")} == classes


def test_every_member_of_a_family_has_a_text() -> None:
    assert sorted(FAMILY_KEYS - KEYS) == []


def test_every_key_in_the_code_exists() -> None:
    missing = {f"{use.key} ({use.where})" for use in USES if "*" not in use.key and not in_both(use.key)}
    assert sorted(missing) == []


def test_every_string_that_looks_like_a_text_is_one() -> None:
    looks = {name for name in constants() if "-" in name and name.partition("-")[0] in TOPICS}
    assert sorted(looks - KEYS - NO_TEXTS) == []


def test_every_computed_key_belongs_to_a_known_family() -> None:
    strange = {f"{use.key} ({use.where})" for use in USES if "*" in use.key and use.key not in FAMILIES}
    assert sorted(strange) == []


def test_the_code_passes_every_variable_a_text_needs() -> None:
    short = {
        f"{use.key} ({use.where}) lacks {sorted(variables(use.key) - use.passed)}"
        for use in USES
        if use.passed is not None and in_both(use.key) and not variables(use.key) <= use.passed
    }
    assert sorted(short) == []


def test_no_text_is_left_unused() -> None:
    referred = frozenset().union(*(text.refers_to for text in TEXTS["zh"].values()))
    refused = {refusal.text_key() for refusal in refusals()}
    assert sorted(KEYS - constants() - referred - refused - FAMILY_KEYS - ALWAYS) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["", "words", 0, 1, 2, 1234])
def test_every_text_renders_whatever_its_variables(language: str, value: str | int) -> None:
    catalog = Catalog.load(strict=True)
    for key in KEYS:
        text = catalog.text(key, dict.fromkeys(variables(key), value), language)
        assert text.strip() or not value or key.startswith("separator-"), key
        assert unbalanced(text) == [], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_balanced_in_every_variant(language: str) -> None:
    for text in TEXTS[language].values():
        for run in text.runs:
            assert unbalanced(run) == [], f"{text.key}: {run}"
            assert not re.search(r"&(?!(amp|lt|gt);)", run), f"{text.key}: {run}"


def unbalanced(run: str) -> list[str]:
    """Tags that are not allowed, not opened or not closed."""
    open_: list[str] = []
    for closing, name in re.findall(r"<(/?)([^\s>]*)[^>]*>?", run):
        if name not in ALLOWED_TAGS or (closing and (not open_ or open_.pop() != name)):
            return [name]
        if not closing:
            open_.append(name)
    return open_


def test_unbalanced_markup_would_be_found() -> None:
    assert unbalanced("<b>a</b> <i>c</i>") == []
    assert unbalanced("<b>a") == ["b"]
    assert unbalanced("a</b>") == ["b"]
    assert unbalanced("<b><i>a</b></i>") == ["b"]
    assert unbalanced("a < b") == [""]


def test_chinese_texts_use_chinese_punctuation() -> None:
    wrong = [
        text.key
        for text in TEXTS["zh"].values()
        for run in text.runs
        if re.search(r"[\u4e00-\u9fff}][,;:!?()](?=[\u4e00-\u9fff{ ]|$)|[\u4e00-\u9fff]\.", plain(run))
    ]
    assert wrong == []


def test_a_wish_is_never_numbered_like_a_building() -> None:
    like_a_building = re.compile(r"(\{\}|[0-9])号(?!楼)")
    wrong = [text.key for text in TEXTS["zh"].values() for run in text.runs if like_a_building.search(run)]
    assert wrong == []


def test_chinese_texts_speak_to_people_politely_and_plainly() -> None:
    for text in TEXTS["zh"].values():
        words = "".join(text.runs)
        assert "你" not in words, text.key
        assert [banned for banned in OFFICE_CHINESE if banned in words] == [], text.key


def test_english_texts_are_in_english() -> None:
    chinese = re.compile(r"[\u4e00-\u9fff]")
    wrong = [text.key for text in TEXTS["en"].values() if chinese.search("".join(text.runs).replace("中文", ""))]
    assert set(wrong) <= IN_THEIR_OWN_LANGUAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_keep_within_what_their_place_can_show(language: str) -> None:
    for text in TEXTS[language].values():
        longest = max(map(len, text.runs))
        assert longest <= 1500, text.key
        if text.key.startswith("button-"):
            assert max(columns(plain(run)) for run in text.runs) <= MAX_LABEL_COLUMNS, text.key
        if text.key.startswith("refused-"):
            assert max(units(plain(run)) for run in text.runs) <= MAX_TOAST - 20, text.key
        if text.key.startswith("command-"):
            assert longest <= 40, text.key
        if text.key.startswith("placeholder-"):
            assert longest <= MAX_PLACEHOLDER, text.key
        if text.key == "bot-description":
            assert longest <= MAX_DESCRIPTION, text.key


def test_keys_are_written_in_kebab_case() -> None:
    assert [key for key in KEYS - IN_THEIR_OWN_LANGUAGE if not KEY.fullmatch(key)] == []


#: What somebody who is after money or an account would say.
_ASKS_FOR_MONEY = re.compile(
    r"转账|汇款|付款|打款|扫码|收款|验证码|密码|银行卡|红包|"
    r"\b(?:transfer|pay|payment|password|your pin|bank|card number|verification|codes?)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"不收钱，也不问验证码|never ask for money or codes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_asks_for_money_or_codes(language: str) -> None:
    for text in TEXTS[language].values():
        for run in text.runs:
            assert not _ASKS_FOR_MONEY.search(_NEVER.sub("", run)), f"{text.key}: {run}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_at_start_that_no_money_and_no_codes_are_asked_for(language: str) -> None:
    for key in ("hello", "bot-description", "chat-hello"):
        assert any(_NEVER.search(run) for run in TEXTS[language][key].runs), key


def test_a_text_that_asks_for_money_would_be_found() -> None:
    for words in ("请转账到这个账号", "把验证码发给我", "Send me the code", "Please pay 5 yuan"):
        assert _ASKS_FOR_MONEY.search(words), words
