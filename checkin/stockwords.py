"""What is said of printers, sheets and rolls that cannot be used, and the next step."""

STOCKS: dict[str, str] = {
    "stock-file-unreadable": "{path} cannot be read as a file of stocks; install the program"
    " again.",
    "stock-in-file": "{path}: the stock {stock} cannot be used: {reason}.",
    "glabels-unreadable": "{path} is no file of gLabels templates; choose one that ends in"
    " .template or .glabels.",
    "glabels-unsafe": "{path} is too large, or holds what no file of gLabels templates does, and"
    " was not read; save it again with gLabels.",
    "glabels-unusable": "{path}: {stock} cannot be used for badges: {reason}.",
    "no-badges": "There are no badges to print: import or add attendees first, or choose others.",
    "printer-refused": "{printer} does not take the pages: see whether it is on and has paper, or"
    " save a PDF.",
    "printer-unset": "No printer was chosen for badges on this computer yet: choose one, or save a"
    " PDF.",
    "printer-gone": "{printer} is not among this computer's printers any more: choose another, or"
    " save a PDF.",
}
