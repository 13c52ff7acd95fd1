"""Readers of one kind of source each: bytes → texts and grids. Paper and pictures have a room of their own."""
