"""What a finished form does: one backend command each."""
