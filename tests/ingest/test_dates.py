from datetime import UTC, date, datetime

import pytest

from whowhom.ingest.dates import read_date

DAY = date(2019, 4, 14)


@pytest.mark.parametrize(
    "written",
    [
        "2019-04-14",
        "2019-4-14",
        "2019/04/14",
        "2019.04.14",
        " 2019-04-14 ",
        "2019-04-14T10:32:00Z",
        "2019-04-14T10:32:00.123456+02:00",
        "2019-04-14T23:59:59-0500",
        "2019-04-14 10:32",
        "2019-04-14 10:32:00 UTC",
        "20190414",
        "20190414T103200Z",
        "20190414103200",
        20190414,
        "Sun, 14 Apr 2019 21:00:00 GMT",
        "Sun, 14 Apr 2019 21:00:00 +0200",
        "14 Apr 2019 21:00:00 +0000 (UTC)",
        "14 April 2019",
        "14 april 2019",
        "14th of April, 2019",
        "14-Apr-2019",
        "Sunday 14 April 2019",
        "14 April 2019, 21:30",
        "14 April 2019 - 21:30",
        "April 14, 2019",
        "Apr. 14, 2019",
        "Apr 14 2019",
        "Sunday, April 14, 2019",
        "April 14, 2019 10:32 AM",
        "April 14, 2019 at 3 p.m. EDT",
        "Sun Apr 14 21:00:00 +0000 2019",
        "14/04/2019",
        "04/14/2019",
        "14.04.2019 08:15",
        DAY,
        datetime(2019, 4, 14, 23, 0, tzinfo=UTC),
    ],
)
def test_a_day_that_is_written_clearly_is_read(written: object) -> None:
    assert read_date(written) == DAY


@pytest.mark.parametrize("month, written", [(1, "January"), (5, "May"), (6, "Jun"), (9, "Sept."), (12, "Dec")])
def test_months_by_name(month: int, written: str) -> None:
    assert read_date(f"3 {written} 2021") == date(2021, month, 3)


def test_a_day_that_is_the_same_both_ways_is_read() -> None:
    assert read_date("04/04/2019") == date(2019, 4, 4)


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2019",
        "3.4.2019",
        "03-04-2019",
        "03/04/19",
        "1555200000",
        1555200000,
        1555200000000,
        15552000.0,
        "2019-02-30",
        "20191301",
        "31 June 2019",
        "April 2019",
        "2019",
        "yesterday",
        "14 Smarch 2019",
        "on 14 April 2019 and 15 April 2019",
        "",
        None,
        True,
        ["2019-04-14"],
        {"$date": "2019-04-14"},
    ],
)
def test_what_names_no_day_or_two_is_not_guessed_at(written: object) -> None:
    assert read_date(written) is None
