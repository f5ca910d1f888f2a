"""What is said of sheets and rolls to print on that cannot be used, and the next step."""

STOCKS: dict[str, str] = {
    "stock-file-unreadable": "{path} cannot be read as a file of stocks; install the program"
    " again.",
    "stock-in-file": "{path}: the stock {stock} cannot be used: {reason}.",
    "glabels-unreadable": "{path} is no file of gLabels templates; choose one that ends in"
    " .template or .glabels.",
    "glabels-unsafe": "{path} is too large, or holds what no file of gLabels templates does, and"
    " was not read; save it again with gLabels.",
    "glabels-unusable": "{path}: {stock} cannot be used for badges: {reason}.",
}
