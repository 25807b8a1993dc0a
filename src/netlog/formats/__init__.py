"""Foreign text in and out: each format between its own text and netlog's records, nothing else."""
