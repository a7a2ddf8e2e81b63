"""Counts from an export how long requests waited for their replies, in whole days of 24 hours.

Prints `what=count=expected` line by line. The expected figures are those of 2,816 public messages of 2011 to 2020.
A reply whose time is not recorded stands in the export with the moment of its request.
"""

import csv
import sys
from datetime import datetime

EXPECTED = {5: 1942, 15: 1027, 30: 444}

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    contacts = [row for row in csv.DictReader(file) if row["record"] == "contact"]

ages = []
untimed = 0
for row in contacts:
    if row["replied_at"] in ("", row["received_at"]):
        untimed += 1
        continue
    waited = datetime.fromisoformat(row["replied_at"]) - datetime.fromisoformat(row["received_at"])
    ages.append(waited.days)

print(f"Messages={len(contacts)}=2816")
print(f"Messages without the time of a reply={untimed}=1")
for days, expected in EXPECTED.items():
    print(f"Replied to after more than {days} whole days={sum(age > days for age in ages)}={expected}")
