#!/bin/bash
# Runs a command inside a real one-node Slurm cluster on the loopback:
#
#     slurm.sh COMMAND [ARGS...]
#
# COMMAND finds the cluster through SLURM_CONF; its exit code is ours.  All
# state lives in one temp folder, which is gone afterwards.  Must be root.
set -euo pipefail

# The processes of the cluster in folder $1.  Each one, jobs included, has
# SLURM_CONF in the environment it was started with; this script has not.
processes() {
    local environ
    for environ in $(grep -lsazxF "SLURM_CONF=$1/slurm.conf" /proc/[0-9]*/environ); do
        environ=${environ#/proc/}
        echo "${environ%/environ}"
    done
}

# Stops what still runs of the cluster in folder $1, and removes the folder.
remove_cluster() {
    local signal tries
    for signal in TERM KILL; do
        for ((tries = 0; tries < 50; tries++)); do
            local pids=$(processes "$1")
            [ -n "$pids" ] || break 2
            # Only once: a second SIGTERM would disturb an orderly shutdown.
            ((tries > 0)) || kill -"$signal" $pids 2>/dev/null || true
            sleep 0.1
        done
    done
    rm -rf "$1"
}

# A run killed with SIGKILL cannot clean up: the next run does.  The folder's
# name holds the process id of its run.
remove_leftovers() {
    local folder pid
    for folder in /tmp/slurm-test.*; do
        pid=${folder#/tmp/slurm-test.}
        pid=${pid%.*}
        [ -d "$folder" ] && ! kill -0 "$pid" 2>/dev/null || continue
        remove_cluster "$folder" || true    # another run may be at it
    done
}

# Two different ports on which nothing listens, below the range that the
# kernel hands out by itself.
free_ports() {
    local port found=0
    for port in $(shuf -i 20000-32000 -n 100); do
        (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
        echo "$port"
        ((++found < 2)) || return 0
    done
}

write_config() {
    local host ports version cgroup=disabled
    host=$(uname -n)
    host=${host%%.*}
    ports=($(free_ports))
    # slurmd looks for cgroups, which a container may lack, unless told not to.
    # Slurm before 23.02 cannot be told; its cgroup/v1 is idle when unused.
    version=$(slurmd -V)
    printf '%s\n' 23.02 "${version##* }" | sort -VC || cgroup=cgroup/v1
    echo "CgroupPlugin=$cgroup" >"$dir/cgroup.conf"
    # - Addresses are given next to the names: the name need not resolve.
    # - cred_expire is also the delay before a requeued job may start again;
    #   5 s is the least that Slurm takes.
    # - config_overrides lets the node have more CPUs than the machine.
    cat >"$dir/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${ports[0]}
SlurmdPort=${ports[1]}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket,cred_expire=5
CredType=cred/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
ProctrackType=proctrack/linuxproc
MailProg=/bin/true
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2
SlurmdParameters=config_overrides
ReturnToService=2
JobRequeue=1
KillWait=2
MessageTimeout=10
SlurmctldTimeout=30
SlurmdTimeout=30
NodeName=$host NodeAddr=127.0.0.1 CPUs=8 RealMemory=16000 State=UNKNOWN
PartitionName=test Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
}

start_cluster() {
    mkdir "$dir/state" "$dir/spool" "$dir/munge"
    chown munge:munge "$dir/munge"
    local as_munge=(setpriv --reuid=munge --regid=munge --clear-groups)
    "${as_munge[@]}" mungekey --create --keyfile="$dir/munge/key"
    "${as_munge[@]}" munged --key-file="$dir/munge/key" \
        --socket="$dir/munge/socket" --pid-file="$dir/munge/pid" \
        --origin=127.0.0.1 \
        --seed-file="$dir/munge/seed" --log-file="$dir/munge/log"
    slurmctld
    slurmd
    local deadline=$((SECONDS + 60))
    until [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ]; do
        ((SECONDS < deadline))
        sleep 0.2
    done
}

stop_cluster() {
    local status=$? tries
    trap - EXIT
    set +e
    if [ -z "$ready" ]; then
        echo "slurm.sh: the cluster does not start" >&2
        tail -n 50 "$dir"/*.log "$dir"/munge/log >&2
    else
        # Slurm also knows the jobs' processes with a changed environment.
        timeout 10 scancel --user=root
        for ((tries = 0; tries < 50; tries++)); do
            [ -n "$(timeout 10 squeue --noheader)" ] || break
            sleep 0.1
        done
    fi
    remove_cluster "$dir"
    exit "$status"
}

[ $# -gt 0 ] || { echo "usage: slurm.sh COMMAND [ARGS...]" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "slurm.sh: must run as root" >&2; exit 1; }
export PATH=$PATH:/usr/sbin:/sbin
remove_leftovers

# Short, for the limit on the names of sockets; open, for munge's own user.
dir=$(mktemp -d "/tmp/slurm-test.$$.XXXXXX")
chmod 755 "$dir"
ready=
trap stop_cluster EXIT
export SLURM_CONF=$dir/slurm.conf
write_config
start_cluster
ready=yes
"$@"
