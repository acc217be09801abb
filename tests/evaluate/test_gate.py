"""The gate itself: it fails where it should, and its floors never sink."""

import json
from pathlib import Path

import pytest
from evaluation import gate
from evaluation.gate import Figure, Floors

PRINTED = """\
articles          type_f1                        0.599           bar  0.75  falls short
articles          in_intruder                    1.000           bar  0.00  falls short
articles          coded in 6.1 s
gsr               type_micro.f1                  0.561   0.544   bar  0.82  falls short
gsr               best.macro_f1                    nan     nan   bar  0.82  falls short
2 figures fall short
"""


def test_figures_are_read_and_the_counting_half_is_taken() -> None:
    figures = {name: figure.value for name, figure in gate.read_figures(PRINTED)}
    assert figures.pop("gsr.best.macro_f1") != 0
    assert figures == {"articles.type_f1": 0.599, "-articles.in_intruder": 1.0, "gsr.type_micro.f1": 0.544}


def test_what_fell_what_rose_and_what_is_not_there() -> None:
    floors = {"a.f1": 0.5, "b.f1": 0.5, "c.f1": 0.5, "d.f1": 0.5, "-e.in_intruder": 1.0, "-f.in_intruder": 1.0}
    figures = {
        "a.f1": Figure(0.5), "b.f1": Figure(0.4999), "d.f1": Figure(float("nan")),
        "-e.in_intruder": Figure(1.0), "-f.in_intruder": Figure(2.0),
    }  # fmt: skip
    named = [fault.split()[0] for fault in gate.under(figures, floors)]
    assert named == ["b.f1", "c.f1", "d.f1", "f.in_intruder"]


def test_floors_rise_to_just_under_and_never_sink() -> None:
    old = Floors("then", {"a.f1": 0.5, "b.f1": 0.9, "-c.in_intruder": 3.0, "-d.in_intruder": 0.0}, {"x.f1": 0.2})
    demo = {
        "a.f1": Figure(0.7001, 0.05), "b.f1": Figure(0.8), "new.f1": Figure(0.3337),
        "-c.in_intruder": Figure(2.0), "-d.in_intruder": Figure(4.0),
    }  # fmt: skip
    new = gate.raised(old, "now", demo, {})
    assert new.floors == {
        "a.f1": 0.65, "b.f1": 0.9, "new.f1": 0.323, "-c.in_intruder": 2.0, "-d.in_intruder": 0.0,
    }  # fmt: skip
    assert (new.fingerprint, new.shared) == ("now", {"x.f1": 0.2})


def test_the_floors_that_are_kept_are_of_the_articles_that_are_kept() -> None:
    floors = Floors(**json.loads(gate.FLOORS.read_text(encoding="utf-8")))
    assert list(gate.fingerprint_faults(floors)) == []
    assert floors.floors["demo.type_f1"] > 0.5


def test_other_articles_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "fingerprint", lambda: "other")
    (fault,) = gate.fingerprint_faults(Floors("before", {}, {}))
    assert "--update" in fault


def test_without_the_shared_folder_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "SHARED", tmp_path / "shared")
    assert gate.shared_figures() == {}
    assert capsys.readouterr().out == "skipped: ../shared is not here\n"


@pytest.mark.parametrize(("value", "status"), [(0.7, 0), (0.5, 1)])
def test_exit_status(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: float, status: int) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"fingerprint": gate.fingerprint(), "floors": {"demo.type_f1": 0.6}, "shared": {}}))
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "demo_figures", lambda: {"demo.type_f1": Figure(value)})
    monkeypatch.setattr("sys.argv", ["gate.py"])
    assert gate.main() == status
    monkeypatch.setattr("sys.argv", ["gate.py", "--update"])
    assert gate.main() == status
    assert json.loads(floors.read_text())["floors"] == {"demo.type_f1": 0.69 if status == 0 else 0.6}
