"""`whowhom codebook`: a codebook of one's own from the first file to measured differences."""

from pathlib import Path

from typer.testing import CliRunner

from whowhom.cli.app import app

run = CliRunner()


def test_a_new_codebook_is_complete_and_its_examples_come_out(tmp_path: Path) -> None:
    folder = tmp_path / "elections"
    made = run.invoke(app, ["codebook", "new", str(folder)])
    assert made.exit_code == 0 and "events/elections.yml" in made.output
    checked = run.invoke(app, ["codebook", "check", str(folder)])
    assert checked.exit_code == 0, checked.output
    assert "0 of them fail" in checked.output


def test_nothing_is_written_over(tmp_path: Path) -> None:
    again = run.invoke(app, ["codebook", "new", str(tmp_path)])
    assert again.exit_code != 0


def test_diff_shows_what_a_change_gains_and_loses(tmp_path: Path) -> None:
    folder, articles = tmp_path / "elections", tmp_path / "news.txt"
    run.invoke(app, ["codebook", "new", str(folder)])
    articles.write_text(
        "The opposition candidate conceded defeat on Monday, and observers of the African Union met the president of "
        "Malawi in Lilongwe to talk about the count of the votes.\n",
        encoding="utf-8",
    )
    compared = run.invoke(app, ["codebook", "diff", "plover", str(folder), str(articles)])
    assert compared.exit_code == 0, compared.output
    signs = {line[0] for line in compared.output.splitlines() if line[:2] in ("+ ", "- ", "~ ")}
    assert "-" in signs
