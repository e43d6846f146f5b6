"""Numbers to call: those to be called before any sheet is printed, and a charity's own."""
