"""The page "Việc chuẩn bị": the checklist and the proof of public notice of one conference."""
