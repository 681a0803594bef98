"""What the secretary sets once: how the window looks, who types, and the safety copies (G4, G6)."""
