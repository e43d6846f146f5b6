"""After the circle: the few steps between the last goodbye and the locked door."""
