"""The circle as it runs, for whoever sits at the laptop: where it is, what to say, and what comes next."""
