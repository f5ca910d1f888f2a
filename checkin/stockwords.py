"""What is said of sheets and rolls to print on that cannot be used, and the next step."""

STOCKS: dict[str, str] = {
    "stock-file-unreadable": "{path} cannot be read as a file of stocks; install the program"
    " again.",
    "stock-in-file": "{path}: the stock {stock} cannot be used: {reason}.",
}
