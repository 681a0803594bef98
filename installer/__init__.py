"""Setting the program up on a machine, and packing it for users."""
