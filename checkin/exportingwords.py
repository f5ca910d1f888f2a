"""What is said of the export: what is so, and what to do next."""

EXPORT: dict[str, str] = {
    "unknown-report-type": "{path}: name a file that ends in .xlsx or .csv.",
    "unknown-export-type": "{path}: name a file that ends in .xlsx, .csv or .json, or a folder"
    " that is there.",
    "one-table-a-file": "{path}: a CSV file holds one table; name a folder for several, or a file"
    " that ends in .xlsx.",
    "no-table-chosen": "No table is chosen: tick at least one.",
    "no-column-chosen": "{table} has no column: tick at least one, or leave the table out.",
    "no-such-table": "There is no table {table}; there are {tables}.",
    "no-such-column": "There is no column “{column}”; there are {columns}.",
    "no-such-language": "There are no headers in {language}; there are {languages}.",
}
