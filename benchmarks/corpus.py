"""Write a site of many made-up briefings: `python benchmarks/corpus.py FOLDER --size 1000 --seed 1`.

The same size and seed give the same bytes. About 15 % of the briefings are Japanese or Vietnamese; each is of about 4 KB
and has two countries and two topics.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COUNTRIES = (
    "AT",
    "AU",
    "BR",
    "CA",
    "CL",
    "CZ",
    "DE",
    "DK",
    "EG",
    "ES",
    "FI",
    "FR",
    "GB",
    "ID",
    "IN",
    "IT",
    "JP",
    "KE",
    "KH",
    "KR",
    "LA",
    "MX",
    "MY",
    "NG",
    "NZ",
    "PE",
    "PH",
    "PL",
    "SE",
    "SG",
    "TH",
    "US",
    "VN",
)
TOPICS = (
    "cybercrime",
    "diplomacy",
    "e-government",
    "extradition",
    "fisheries",
    "maritime-security",
    "migration",
    "terrorism",
    "tourism",
    "trade",
)

PLACES = {
    "en": ("the capital", "the northern port", "the border town", "the academy", "the old harbor", "the ministry"),
    "ja": ("首都", "北部の港", "国境の町", "警察学校", "旧港", "内務省"),
    "vi": ("thủ đô", "cảng phía bắc", "thị trấn biên giới", "học viện", "cảng cũ", "trụ sở bộ"),
}

WORDS = {
    "en": ("trainings", "patrols", "cases", "requests", "exchanges", "inspections", "visits", "laboratories"),
    "ja": ("研修", "巡視", "事件", "要請", "交流", "検査", "訪問", "研究所"),
    "vi": (
        "khóa đào tạo",
        "cuộc tuần tra",
        "vụ án",
        "yêu cầu",
        "cuộc trao đổi",
        "đợt kiểm tra",
        "chuyến thăm",
        "phòng thí nghiệm",
    ),
}

SENTENCES = {
    "en": (
        "The two ministries reviewed the {n} {word} that they had agreed on last year and set out the work of the next one.",
        "Officers of both sides will train together in {place}, the minister said; the costs of {n} {word} are to be shared.",
        "A working group is to meet twice a year in {place} and to report on {n} {word} and what has come of them.",
        "Nothing was signed; a draft on **{word}** is with the lawyers of both sides.",
        "The visitors went on to {place}, where they saw how {n} {word} are prepared.",
        "Of {n} {word}, most went through [{place}](https://example.com/{n}); the rest are to follow within {m} months.",
        "Asked about {word}, the deputy minister said that *{m} of {n}* had been answered.",
        "Both sides spoke of the {word} planned for {place} and of what had held them up.",
    ),
    "ja": (
        "両省は昨年合意した{word}{n}件の実施状況を確認し、来年の作業計画を定めた。",
        "双方の職員が{place}で共同で研修を受け、{word}{n}件の費用は分担すると大臣は述べた。",
        "作業部会は年に二回{place}で開かれ、{word}{n}件の成果を報告する。",
        "署名された文書はなく、**{word}**に関する草案は双方の法律家が検討している。",
        "一行は{place}を訪れ、{word}{n}件の準備の様子を視察した。",
        "{word}{n}件の大半は[{place}](https://example.com/{n})を通じて行われ、残りは{m}か月以内に続く。",
    ),
    "vi": (
        "Hai bộ rà soát {n} {word} đã thống nhất năm ngoái và đề ra kế hoạch cho năm tới.",
        "Cán bộ hai bên sẽ cùng tham gia đào tạo tại {place}, chi phí cho {n} {word} được chia đôi, bộ trưởng cho biết.",
        "Nhóm công tác sẽ họp hai lần một năm tại {place} và báo cáo kết quả của {n} {word}.",
        "Chưa có văn kiện nào được ký; dự thảo về **{word}** đang được hai bên xem xét.",
        "Đoàn đến {place} và xem {n} {word} được chuẩn bị ra sao.",
        "Trong {n} {word}, phần lớn đi qua [{place}](https://example.com/{n}); phần còn lại sẽ tiếp tục trong {m} tháng.",
    ),
}
"""Sentences with places to fill, so that hardly any two are the same: remembering sentences is of no use."""

LETTERS = (2000, 6000, 3000)
"""Least, most and commonest letters of a body in spaced scripts: about 4 KB. Japanese says the same in a third of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up briefing before it is written in any tool's format; terms are slugs in lower case, the date is in ISO 8601."""

    name: str
    title: str
    summary: str
    date: str
    lang: str
    countries: tuple[str, ...]
    topics: tuple[str, ...]
    body: str


def made(number: int, chance: random.Random) -> Made:
    """The next briefing: its facts, and a body of several sections with emphasis, links, a list and a quotation."""
    lang = chance.choices(("en", "ja", "vi"), (85, 8, 7))[0]
    countries = tuple(country.lower() for country in chance.sample(COUNTRIES, 2))
    topics = tuple(chance.sample(TOPICS, 2))
    date = f"{chance.randint(2005, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    title = f"Briefing {number} on {topics[0]} with {countries[0].upper()}"
    summary = _sentence(lang, chance).replace("*", "")
    return Made(f"briefing-{number:06}", title, summary, date, lang, countries, topics, _body(lang, chance))


def briefing(number: int, chance: random.Random) -> str:
    """The next briefing as briefgen reads it: front matter and Markdown."""
    return as_briefing(made(number, chance))


def as_briefing(item: Made) -> str:
    """A briefing in briefgen's format."""
    return (
        f"---\ntitle: {item.title}\nsummary: {json.dumps(item.summary, ensure_ascii=False)}\n"
        f"date: {item.date}\nlang: {item.lang}\ntype: meeting\ncountries: [{', '.join(item.countries).upper()}]\n"
        f"topics: [{', '.join(item.topics)}]\nreview: reviewed\n---\n{item.body}"
    )


def briefings(size: int, seed: int) -> Iterator[Made]:
    """The corpus: the same for the same size and seed."""
    chance = random.Random(seed)  # noqa: S311  made-up texts, no secrets
    return (made(number, chance) for number in range(size))


def _sentence(lang: str, chance: random.Random) -> str:
    pattern = chance.choice(SENTENCES[lang])
    count = chance.randint(2, 400)
    return pattern.format(
        n=count, m=chance.randint(1, count), word=chance.choice(WORDS[lang]), place=chance.choice(PLACES[lang])
    )


def _body(lang: str, chance: random.Random) -> str:
    """Paragraphs of four sentences, a heading before every fourth; a list ends the second section, a quotation the third."""
    wanted = chance.triangular(*LETTERS) // (3 if lang == "ja" else 1)
    gap = "" if lang == "ja" else " "
    blocks: list[str] = []
    length = paragraphs = 0
    while length < wanted:
        sentences = [_sentence(lang, chance) for _ in range(4)]
        if paragraphs % 4 == 0:
            blocks.append(f"## Part {paragraphs // 4 + 1}")
        blocks.append({7: "- " + "\n- ".join(sentences), 11: "> " + gap.join(sentences)}.get(paragraphs, gap.join(sentences)))
        length += sum(map(len, sentences))
        paragraphs += 1
    return "\n\n".join(blocks) + "\n"


def write_site(folder: Path, size: int, seed: int) -> None:
    """Write a site of `size` briefings into `folder`."""
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text("title: Benchmark\nbase_url: https://example.org/\n", encoding="utf-8")
    for item in briefings(size, seed):
        (content / f"{item.name}.md").write_text(as_briefing(item), encoding="utf-8")


def main() -> None:
    """Read the command line and write the site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_site(arguments.folder, arguments.size, arguments.seed)


if __name__ == "__main__":
    main()
