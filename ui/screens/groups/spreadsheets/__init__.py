"""Lists of people that come in from a spreadsheet."""
