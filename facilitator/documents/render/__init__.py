"""Renderers: they know blocks, and nothing of documents or of where data comes from."""
