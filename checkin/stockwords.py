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
    "no-badges": "There are no badges to print: nobody is meant by that, or nobody is registered"
    " yet.",
    "printer-refused": "{printer} does not take the pages: see whether it is on and has paper, or"
    " save a PDF.",
    "printer-unset": "No printer was chosen for badges on this computer yet: choose one, or save a"
    " PDF.",
    "printer-gone": "{printer} is not among this computer's printers any more: choose another, or"
    " save a PDF.",
    "stock-wrong": "{stock} cannot be printed on: {reason}.",
    "stock-unknown": "There is no stock called {stock}; see them with `checkin stocks`.",
    "stock-ambiguous": "{stock} may be any of these: {names}. Name one in full.",
    "stock-name-taken": "There is a stock called {stock} already; choose another name.",
    "stock-not-own": "{stock} comes along with the program and stays as it is; add one of your own"
    " instead.",
    "readings-odd": "No printer is off by as much as those figures say; measure again from the"
    " edges of the paper, in millimetres.",
    "adjustment-odd": "Pages can be moved by at most 20 mm, stretched by 5 % and turned by 5°; what"
    " is further off is set at the printer itself.",
    "slots-unreadable": "“{slots}” names no slots; they are numbers such as 1,3,5.",
    "bleed-odd": "Colours can go on past the edges by 0 to {most} mm.",
    "slot-not-there": "{stock} has slots 1 to {slots}, row by row; slot {slot} is none of them.",
    "no-slot-left": "None of the slots named is left from slot {first} on; name others.",
}
