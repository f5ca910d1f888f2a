"""What the design promises of speed and size, measured: `python -m tests.benchmarks`."""
