"""What netlog can do, without a terminal: what a command, a TUI or a server stands on."""
