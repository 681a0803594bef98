"""What is asked for in place of the side pane: counts, conclusions, speakers, recorders, the hall."""
