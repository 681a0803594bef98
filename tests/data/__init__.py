"""Plans and evenings that tests type in and read back."""
