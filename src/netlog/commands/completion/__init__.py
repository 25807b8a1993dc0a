"""What TAB asks, and what it is answered."""
