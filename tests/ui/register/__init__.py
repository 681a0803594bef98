"""The page of the register of documents."""
