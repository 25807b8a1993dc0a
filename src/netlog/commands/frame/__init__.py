"""What the commands stand on: the run, shared options, asking, the editor."""
