"""stuklijst.py FILE FOLDER SECONDS: a bill of materials of cargo-cyclonedx without what differs from build to build.

Takes out the number of the run and the folder in which it was made, and sets its time to that of the commit.
"""

import datetime
import json
import sys

file, folder, seconds = sys.argv[1:]
with open(file, encoding="utf-8") as opened:
    text = opened.read().replace(f"path+file://{folder}", "path+file:///rtbrief")
bill = json.loads(text)
bill.pop("serialNumber", None)
moment = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)
bill["metadata"]["timestamp"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
without = [part["name"] for part in bill["components"] if not part.get("licenses")]
if without:
    sys.exit(f"without a licence: {', '.join(without)}")
if folder in (done := json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True)):
    sys.exit("the bill of materials names the folder in which it was made")
print(done)
