"""Easy Read versions of sheets for people in the circle: own short words, one idea a row, a picture beside each."""
