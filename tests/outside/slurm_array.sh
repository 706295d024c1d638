#!/bin/bash
# Inside a Slurm cluster (see slurm.sh): the program's own job file, an array of 4 and its merge. One slice is
# killed and requeued, another requeued while it runs; the fingerprint is that of one undisturbed run.
#
#     slurm.sh slurm_array.sh BPASIM
set -euo pipefail
bpasim=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
run=(oslo --years 2 --draws 24000 --seed 3)
expected=$("$bpasim" run "${run[@]}" --quiet --fingerprint --out whole)
"$bpasim" cluster slurm "${run[@]}" --shards 4 --cores 1 --program "$bpasim" --out joined >job.sh
bash job.sh --test-only 2>&1 | tee test-only.log
[ "$(grep -c 'to start at' test-only.log)" = 2 ] || { echo "the job file is not sound" >&2; exit 1; }

bash job.sh | tee submitted.log
merge=$(grep -o '[0-9]*$' submitted.log | tail -n 1)
array=$(squeue --noheader --array --format=%F --name=bpasim-oslo | sort -u | head -n 1)

state() { squeue --noheader --array --jobs="$1" --format=%T 2>/dev/null || true; }
until [ "$(state "${array}_2")" = RUNNING ] && [ "$(state "${array}_3")" = RUNNING ]; do sleep 0.1; done
# Until both have something to go on from.
for slice in 0002 0003; do
    until compgen -G "joined-shards/.$slice-of-0004.parts/draws-*" >/dev/null; do sleep 0.1; done
done
pkill -KILL -f "bpasim run .*joined-shards/0002-of-0004"
scontrol requeue "${array}_3"
until [ "$(state "${array}_2")" != RUNNING ]; do sleep 0.1; done
scontrol requeue "${array}_2"

for ((wait = 0; wait < 1200; wait++)); do
    [ -n "$(squeue --noheader --jobs="$merge" 2>/dev/null || true)" ] || break
    sleep 0.1
done
cat bpasim-oslo-*.log
found=$(tail -n 1 bpasim-oslo-merge-*.log)
echo "one run: $expected"
echo "array:   $found"
[ "$found" = "$expected" ]
