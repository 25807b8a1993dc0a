"""What the shells and netlog say to each other when somebody presses TAB."""
