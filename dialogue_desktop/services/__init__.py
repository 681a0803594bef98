"""One class per chapter of the secretary's work, on top of storage, documents and exchange."""
