"""One command a file: its options, then ask, judge and show. `app` joins the rooms for it."""
