"""Transfer joins formats x rules x store, alone: whole books come in and go out through here."""
