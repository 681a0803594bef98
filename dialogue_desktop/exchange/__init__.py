"""What comes in and goes out as files: conference packages, Excel workbooks, old plans."""
