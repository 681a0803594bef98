"""The wizard that builds a conference's plan in nine steps, the page standing beside it (P1)."""
