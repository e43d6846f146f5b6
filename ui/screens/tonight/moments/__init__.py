"""Hard moments: a calm card in one key, others by a word that is typed; with or without a plan that runs."""
