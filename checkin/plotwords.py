"""What is said of plots: what is so, and what to do next."""

PLOTS: dict[str, str] = {
    "unknown-plot": "There is no plot called {plot}; there are: {plots}.",
    "unknown-plot-type": "A plot is written as .png or .svg, not as {path}; change the ending, or"
    " name a folder.",
    "plot-choose-one": "One file holds one plot: choose one of {plots}, or name a folder.",
}
