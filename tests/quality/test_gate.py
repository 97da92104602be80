"""The quality gate: what is found in the labeled articles does not get worse without anyone saying so."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.quality import corpus, gate
from tests.quality.gate import Table
from tests.quality.scoring import Count


@pytest.fixture(scope="module")
def table() -> Table:
    """What is measured now."""
    return gate.table_of(gate.measure(corpus.load()))


def test_every_floor_holds(table: Table) -> None:
    """No kind of fact is found worse in any language than the floors say."""
    assert gate.regressions(gate.read_floors().floors, gate.floors_of(table)) == []


def test_every_measured_kind_has_a_floor(table: Table) -> None:
    """The floors were taken from these very articles and labels, and leave no kind or language out."""
    kept = gate.read_floors()
    assert kept.corpus == corpus.fingerprint()
    assert {(kind, lang) for kind, row in table.items() for lang in row} == {
        (kind, lang) for kind, row in kept.floors.items() for lang in row
    }


def test_every_span_holds_its_quote(table: Table) -> None:
    """`text[start:end] == quote` for all evidence: this one floor is no matter of degree."""
    assert [one for count in table["evidence"].values() for one in count.extra] == []


def test_a_lost_fact_is_a_regression(table: Table) -> None:
    """Missing one person more than before is under the floor, and said in a sentence with kind and language."""
    before = gate.floors_of(table)
    worse = {**table, "people": {**table["people"], "vi": table["people"]["vi"] + Count(missed=("Nguyễn Văn A",))}}
    found = gate.regressions(before, gate.floors_of(worse))
    assert len(found) == 1
    assert found[0].startswith("people (vi): F1 ")


def test_a_made_up_fact_is_a_regression(table: Table) -> None:
    """So is one country more that no reader finds."""
    worse = {**table, "countries": {**table["countries"], "en": table["countries"]["en"] + Count(extra=("GE",))}}
    assert len(gate.regressions(gate.floors_of(table), gate.floors_of(worse))) == 1


def test_a_kind_that_vanishes_is_a_regression() -> None:
    """A detector that is switched off does not pass for want of a number."""
    assert gate.regressions({"topics": {"ja": 0.5}}, {}) == ["topics (ja): F1 0.000 is under the floor of 0.500"]


def test_a_floor_is_raised_without_asking(tmp_path: Path) -> None:
    """Better figures replace the old ones."""
    file = tmp_path / "floors.yaml"
    gate.update({"topics": {"ja": 0.5}}, "a", file)
    gate.update({"topics": {"ja": 0.7}}, "b", file)
    assert yaml.safe_load(file.read_text("utf-8")) == {"corpus": "b", "floors": {"topics": {"ja": 0.7}}}


def test_a_floor_is_lowered_only_on_purpose(tmp_path: Path) -> None:
    """Without the flag the file stays as it is; with it the floor comes down."""
    file = tmp_path / "floors.yaml"
    gate.update({"topics": {"ja": 0.7}}, "a", file)
    with pytest.raises(gate.RegressionError, match=r"topics \(ja\)"):
        gate.update({"topics": {"ja": 0.6}}, "a", file)
    assert gate.read_floors(file).floors == {"topics": {"ja": 0.7}}
    gate.update({"topics": {"ja": 0.6}}, "a", file, allow_regression=True)
    assert gate.read_floors(file).floors == {"topics": {"ja": 0.6}}


def test_floors_are_rounded_down() -> None:
    """A floor is never above what was reached, or it would fail on the day it is written."""
    assert gate.floors_of({"people": {"en": Count(2, ("a",), ())}}) == {"people": {"en": 0.8}}
    assert gate.floors_of({"people": {"en": Count(1, ("a",), ())}}) == {"people": {"en": 0.666}}
