"""Writes what a list would change, or changed, into a file to look through and to send back."""

from dataclasses import replace
from pathlib import Path

from checkin.cli.columns import ListColumns
from checkin.cli.output import Told, write_report
from checkin.domain.table import Table
from checkin.gateways.planlist import not_taken, plan_sheets
from checkin.services.importplan import ImportPlan
from checkin.services.importprogress import Progress


def write_plan(
    path: Path,
    table: Table,
    plan: ImportPlan,
    lists: ListColumns,
    progress: Progress = lambda _done, _total: True,
) -> None:
    """Write a workbook of the whole plan, or a CSV file of the rows of `table` not taken alone.

    Where `progress` says not to go on there is no file: CheckinError("canceled").
    """
    told = Told(progress, plan.added + plan.changed + len(plan.rejected) + len(plan.missing))
    refused = not_taken(table, plan.rejected)
    sheets = plan_sheets(
        table, plan.rejected, plan.warnings, plan.changes, plan.additions, plan.missing
    )
    told_sheets = (replace(one, rows=told.rows(one.rows)) for one in sheets)
    write_report(path, told_sheets, refused.header, told.rows(refused.rows))
    lists.expect_back(table, plan.columns)
