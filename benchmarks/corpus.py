"""Write a site of many made-up briefings: `python benchmarks/corpus.py FOLDER --size 1000 --seed 1`.

The same size and seed give the same bytes. About 15 % of the briefings are Japanese or Vietnamese; each is of about 4 KB
and has two countries and two topics.
"""

from __future__ import annotations

import argparse
import random
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

SENTENCES = {
    "en": (
        "The two ministries reviewed what they had agreed on last year and set out the work of the next one.",
        "Officers of both sides will train together, the minister said, and the costs are to be shared.",
        "A working group is to meet twice a year and to report on what it has done.",
        "Nothing was signed; a draft is with the lawyers of both sides.",
        "The visitors went on to the port, where they saw how goods are checked.",
    ),
    "ja": (
        "両省は昨年の合意の実施状況を確認し、来年の作業計画を定めた。",
        "双方の職員が共同で研修を受け、費用は分担すると大臣は述べた。",
        "作業部会は年に二回開かれ、成果を報告する。",
        "署名された文書はなく、草案は双方の法律家が検討している。",
    ),
    "vi": (
        "Hai bộ rà soát những việc đã thống nhất năm ngoái và đề ra kế hoạch cho năm tới.",
        "Cán bộ hai bên sẽ cùng tham gia đào tạo, chi phí được chia đôi, bộ trưởng cho biết.",
        "Nhóm công tác sẽ họp hai lần một năm và báo cáo kết quả.",
        "Chưa có văn kiện nào được ký; dự thảo đang được hai bên xem xét.",
    ),
}

LETTERS = 4000
"""Letters of a body in spaced scripts; Japanese says the same in a third of them."""


def briefing(number: int, chance: random.Random) -> str:
    """One briefing with front matter and a body of several sections."""
    lang = chance.choices(("en", "ja", "vi"), (85, 8, 7))[0]
    countries = chance.sample(COUNTRIES, 2)
    topics = chance.sample(TOPICS, 2)
    date = f"{chance.randint(2005, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    body: list[str] = []
    length = 0
    while length < (LETTERS // 3 if lang == "ja" else LETTERS):
        paragraph = ("" if lang == "ja" else " ").join(chance.choices(SENTENCES[lang], k=4))
        if len(body) % 4 == 0:
            body.append(f"## Part {len(body) // 4 + 1}")
        body.append(paragraph)
        length += len(paragraph)
    head = (
        f"---\ntitle: Briefing {number} on {topics[0]} with {countries[0]}\nsummary: {SENTENCES[lang][0]}\n"
        f"date: {date}\nlang: {lang}\ntype: meeting\ncountries: [{', '.join(countries)}]\n"
        f"topics: [{', '.join(topics)}]\nreview: reviewed\n---\n"
    )
    return head + "\n\n".join(body) + "\n"


def write_site(folder: Path, size: int, seed: int) -> None:
    """Write a site of `size` briefings into `folder`."""
    chance = random.Random(seed)  # noqa: S311  made-up texts, no secrets
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text("title: Benchmark\nbase_url: https://example.org/\n", encoding="utf-8")
    for number in range(size):
        (content / f"briefing-{number:06}.md").write_text(briefing(number, chance), encoding="utf-8")


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
