"""The main job of issue 2, done as its secretary does it: the real program, its keys, its papers."""
