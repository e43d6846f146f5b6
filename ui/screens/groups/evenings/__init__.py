"""When a group meets: its rules, and the evenings that come of them."""
