"""The room view: what the circle sees. It is fed by a RoomState, which has no person in it, and by nothing else."""
