//! How much memory there is for a program: what the machine has free, what the group of programs that it belongs to may still
//! take (Linux control groups of either version, as containers and job schedulers set them), and what its own limit leaves of
//! addresses (`ulimit -v`).

use std::fs;
use std::path::{Path, PathBuf};

/// Memory that is free for the program, bytes; none where the system doesn't tell.
pub fn available() -> Option<u64> {
    free_below(Path::new("/"))
}

/// The same by what the system tells below a folder.
fn free_below(root: &Path) -> Option<u64> {
    let machine = machine(root);
    let groups = fs::read_to_string(root.join("proc/self/cgroup")).unwrap_or_default();
    groups.lines().filter_map(|line| group(root, line)).chain(machine).chain(addresses(root)).min()
}

/// Addresses that threads and the C library reserve and do not use, bytes: a limit on addresses must leave room for them.
const RESERVED: u64 = 192 << 20;

/// The least limit on addresses at which the program can work at all, bytes, where its own is lower: an allocation that fails
/// ends a program without a word.
pub fn least_addresses() -> Option<u64> {
    addresses(Path::new("/")).filter(|room| *room == 0).map(|_| RESERVED + (64 << 20))
}

/// What the program's limit on addresses leaves beside those that are reserved; none where it has no limit.
fn addresses(root: &Path) -> Option<u64> {
    /// Bytes of a page, in which the system counts what is used.
    const PAGE: u64 = 4096;
    let limits = fs::read_to_string(root.join("proc/self/limits")).ok()?;
    let own = limits.lines().find_map(|line| line.strip_prefix("Max address space"))?;
    let limit: u64 = own.split_whitespace().next()?.parse().ok()?;
    let used = fs::read_to_string(root.join("proc/self/statm")).unwrap_or_default();
    let pages: u64 = used.split_whitespace().next().and_then(|pages| pages.parse().ok()).unwrap_or(0);
    Some(limit.saturating_sub(pages * PAGE + RESERVED))
}

/// Free memory of the machine, with that which it keeps copies of files in, and what can be put aside to disk.
fn machine(root: &Path) -> Option<u64> {
    let told = fs::read_to_string(root.join("proc/meminfo")).ok()?;
    let of = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kib| kib << 10)
    };
    Some(of("MemAvailable:")?.saturating_add(of("SwapFree:").unwrap_or(0)))
}

/// What a control group and those that it belongs to leave; `line` is of `/proc/self/cgroup`: number, controllers, path.
fn group(root: &Path, line: &str) -> Option<u64> {
    let mut parts = line.splitn(3, ':').skip(1);
    let (controllers, path) = (parts.next()?, parts.next()?);
    let files = match controllers {
        "" => &UNIFIED,
        some if some.split(',').any(|c| c == "memory") => &FIRST,
        _ => return None,
    };
    let mount = root.join(files.mount);
    let own = mount.join(path.trim_start_matches('/'));
    // In a container the path may be one that only the machine outside sees: then its own group is the uppermost.
    let groups: Vec<PathBuf> =
        own.ancestors().take_while(|g| g.starts_with(&mount)).map(PathBuf::from).collect();
    groups.iter().filter_map(|group| files.free(group)).min()
}

/// Where control groups of a version tell of memory.
struct GroupFiles {
    mount: &'static str,
    limit: &'static str,
    used: &'static str,
    /// Copies of files that go when memory is wanted.
    copies: &'static str,
}

const UNIFIED: GroupFiles = GroupFiles {
    mount: "sys/fs/cgroup",
    limit: "memory.max",
    used: "memory.current",
    copies: "inactive_file ",
};
const FIRST: GroupFiles = GroupFiles {
    mount: "sys/fs/cgroup/memory",
    limit: "memory.limit_in_bytes",
    used: "memory.usage_in_bytes",
    copies: "total_inactive_file ",
};

impl GroupFiles {
    /// What a group leaves; none where it has no limit.
    fn free(&self, group: &Path) -> Option<u64> {
        let text = |name: &str| fs::read_to_string(group.join(name)).ok();
        let number = |name: &str| text(name)?.trim().parse::<u64>().ok();
        let (limit, used) = (number(self.limit)?, number(self.used).unwrap_or(0));
        let stat = text("memory.stat").unwrap_or_default();
        let copies = stat.lines().find_map(|line| line.strip_prefix(self.copies)?.trim().parse::<u64>().ok());
        Some(limit.saturating_sub(used.saturating_sub(copies.unwrap_or(0))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIB: u64 = 1 << 30;

    fn system(files: &[(&str, &str)]) -> Option<u64> {
        let root = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        free_below(root.path())
    }

    const MACHINE: (&str, &str) = (
        "proc/meminfo",
        "MemTotal: 16777216 kB\nMemAvailable:    8388608 kB\nSwapTotal: 2 kB\nSwapFree:        1048576 kB\n",
    );

    #[test]
    fn a_machine_without_groups_and_one_that_tells_nothing() {
        assert_eq!(system(&[MACHINE]), Some(9 * GIB));
        assert_eq!(system(&[]), None);
        assert_eq!(system(&[("proc/meminfo", "MemAvailable: much\n")]), None);
        assert!(!cfg!(target_os = "linux") || available().is_some_and(|bytes| bytes > 0));
    }

    #[test]
    fn the_programs_own_limit_on_addresses_counts() {
        let limits =
            |own: &'static str| [MACHINE, ("proc/self/limits", own), ("proc/self/statm", "262144 9 9 9\n")];
        let of = |limit: &str| {
            format!("Limit  Soft Limit  Hard Limit  Units\nMax address space  {limit}  unlimited  bytes\n")
        };
        // 3 GiB less 262144 pages of 4 KiB, and what is reserved.
        assert_eq!(system(&limits(of("3221225472").leak())), Some(2 * GIB - RESERVED));
        assert_eq!(system(&limits(of("1073741824").leak())), Some(0));
        assert_eq!(system(&limits(of("unlimited").leak())), Some(9 * GIB));
    }

    #[test]
    fn the_tightest_group_of_the_second_version_counts() {
        let own = ("proc/self/cgroup", "0::/user/job\n");
        let group = |limit: &'static str, above: &'static str| {
            system(&[
                MACHINE,
                own,
                ("sys/fs/cgroup/user/job/memory.max", limit),
                ("sys/fs/cgroup/user/job/memory.current", "1073741824\n"),
                ("sys/fs/cgroup/user/job/memory.stat", "anon 5\ninactive_file 536870912\n"),
                ("sys/fs/cgroup/user/memory.max", above),
                ("sys/fs/cgroup/user/memory.current", "0\n"),
            ])
        };
        assert_eq!(group("2147483648\n", "max\n"), Some(3 * GIB / 2));
        assert_eq!(group("max\n", "max\n"), Some(9 * GIB));
        assert_eq!(group("max\n", "1073741824\n"), Some(GIB));
        // A container that doesn't see the path it has outside.
        let inside =
            [MACHINE, own, ("sys/fs/cgroup/memory.max", "1073741824"), ("sys/fs/cgroup/memory.current", "0")];
        assert_eq!(system(&inside), Some(GIB));
    }

    #[test]
    fn groups_of_the_first_version() {
        let lines = "5:cpu,cpuacct:/job\n4:memory:/job\n0::/\n";
        let group = |limit: &'static str| {
            system(&[
                MACHINE,
                ("proc/self/cgroup", lines),
                ("sys/fs/cgroup/memory/job/memory.limit_in_bytes", limit),
                ("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "1073741824\n"),
                ("sys/fs/cgroup/memory/job/memory.stat", "total_inactive_file 1073741824\n"),
            ])
        };
        assert_eq!(group("4294967296\n"), Some(4 * GIB));
        assert_eq!(group("9223372036854771712\n"), Some(9 * GIB));
        assert_eq!(group("0\n"), Some(0));
    }
}
