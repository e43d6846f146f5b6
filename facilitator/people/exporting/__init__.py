"""Taking lists out to a spreadsheet: what may be in them, how the file is made, and the note in the journal."""
