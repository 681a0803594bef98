"""The register of documents in the window: list, pages, next step, words of a paper (M4–M7, F5)."""
