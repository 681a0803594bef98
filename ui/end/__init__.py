"""The page "Kết thúc hội nghị": what is missing, the copies, the paper."""
