"""The page "Giao và thu câu trả lời": what each unit was given, what came back, who is late (C7)."""
