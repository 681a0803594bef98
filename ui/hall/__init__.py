"""The second window, for the projector of the hall: what Nhân dân see while the session goes on (L10)."""
