"""Languages: said only when clear."""

from __future__ import annotations

import pytest

from onrecord.reading import find_chrome, report_from_text
from onrecord.reading.language import detect_language

SAMPLES = {
    "en": "The minister said on Tuesday that the border would stay open and talks would go on in Vienna next week.",
    "ru": "Министр заявил во вторник, что граница останется открытой и переговоры продолжатся в Вене.",
    "de": "Der Minister sagte am Dienstag, die Grenze bleibe offen und die Gespräche gingen in Wien weiter.",
    "sq": "Ministri tha të martën se kufiri do të mbetet i hapur dhe se bisedimet do të vazhdojnë në Vjenë.",
    "ar": "قال الوزير يوم الثلاثاء إن الحدود ستبقى مفتوحة وإن المحادثات ستستمر في فيينا الأسبوع المقبل.",
    "fr": "Le ministre a déclaré mardi que la frontière resterait ouverte et que les discussions continueraient.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_languages_are_recognised(language: str) -> None:
    assert detect_language(SAMPLES[language] * 2) == language


@pytest.mark.parametrize("language", SAMPLES)
def test_only_english_is_tagged(language: str) -> None:
    report = report_from_text(SAMPLES[language] * 2)
    assert (report.language, report.tagged) == (language, language == "en")


@pytest.mark.parametrize("text", ["", "Ohrid", "12 : 7", "Bar 12, Kotor 7, Tivat 3", "😀" * 100, "\ud83d" * 200])
def test_too_little_to_tell(text: str) -> None:
    report = report_from_text(text)
    assert (report.language, report.tagged) == ("", True)


def test_chrome_does_not_count() -> None:
    interface = "Подписаться\nПоделиться\nЧитайте также\nКомментарии\nВсе новости\n" * 20
    text = f"{interface}{SAMPLES['en']}"
    assert detect_language(text, find_chrome(text)) == "en"


def test_names_and_places_do_not_make_english_foreign() -> None:
    text = (
        "Hashim Thaçi met Vojislav Koštunica and Fatmir Sejdiu in Ohrid, and Đurić called Nikola Špirić in Banja Luka."
    )
    assert detect_language(text) in ("", "en")
