"""Lock and hand on: what the next facilitator will read, seen before it is left, and nothing else."""
