#!/bin/bash
# Installs Debian packages where a program is missing:
#
#     packages.sh PROGRAM PACKAGES [PROGRAM PACKAGES]...
#
# Exit code 77: a program is missing and cannot be installed (not root, no Debian, no network).
set -euo pipefail
export PATH=$PATH:/usr/sbin:/sbin
missing=() packages=()
while [ $# -gt 0 ]; do
    command -v "$1" >/dev/null || { missing+=("$1"); read -ra names <<<"$2"; packages+=("${names[@]}"); }
    shift 2
done
[ ${#packages[@]} -gt 0 ] || exit 0
skip() { echo "SKIPPED, $*: ${missing[*]} missing" >&2; exit 77; }
command -v apt-get >/dev/null || skip "NO apt-get"
[ "$(id -u)" = 0 ] || skip "NOT ROOT"
apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
install=(install -y --no-install-recommends "${packages[@]}")
# The first attempt fails where the package lists are absent or too old. One script at a time: apt-get does not
# wait for all of its locks.
(
    flock 9
    "${apt[@]}" "${install[@]}" 9>&- || { "${apt[@]}" update && "${apt[@]}" "${install[@]}"; } 9>&-
) </dev/null >&2 9>/run/bpasim-packages.lock || skip "apt-get FAILED"
