"""Twenty who ask a server at once, each on its own: serve.py URL TOKEN PROCESS. Leaves openapi.json for what comes next."""
import concurrent.futures
import json
import re
import sys
import urllib.error
import urllib.request

URL, TOKEN, PROCESS = sys.argv[1:]
# Kilobytes: twenty times what the country's draws take would be far more.
MOST_MEMORY = 1_500_000


def ask(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    headers = {"x-bpasim-token": TOKEN, "content-type": "application/json"}
    try:
        with urllib.request.urlopen(urllib.request.Request(URL + path, data, headers), timeout=300) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        assert refused.code != 503 or refused.headers["retry-after"], "503 without Retry-After"
        return refused.code, refused.read().decode()


def look(client):
    """A visitor who turns a dial six times, and looks at each answer to its end or is told to come back."""
    ends = []
    for turn in range(6):
        setting = {"sets": [f"financing.B.refund.rate=0.{50 + client}{turn}"]}
        status, told = ask("/api/v1/runs", {"setting": setting, "page": str(client), "draws": 20})
        if status == 201:
            number = json.loads(told)["id"]
            status, told = ask(f"/api/v1/runs/{number}/events")
            assert status in (200, 404), told
            end = re.findall(r"^event: (\w+)$", told, re.M)[-1:] or ["forgotten"]
            assert end[0] in ("done", "stopped", "forgotten"), told[-500:]
            ends += end
        else:
            assert status == 503, (status, told)
            ends.append("busy")
    return ends


with concurrent.futures.ThreadPoolExecutor(20) as clients:
    ends = [end for own in clients.map(look, range(20)) for end in own]
told = {end: ends.count(end) for end in set(ends)}
assert told.get("done", 0) > 0 and len(ends) == 120, told
with open(f"/proc/{PROCESS}/status", encoding="utf-8") as status:
    memory = int(re.search(r"VmHWM:\s+(\d+)", status.read())[1])
assert memory < MOST_MEMORY, memory
assert ask("/api/v1/runs/none/events")[0] == 404
status, description = ask("/api/v1/openapi.json")
with open("openapi.json", "w", encoding="utf-8") as out:
    out.write(description)
print(told, memory, "kB")
