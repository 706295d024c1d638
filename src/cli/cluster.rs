//! `cluster`: a job file for a scheduler: an array of slices, and the merge that waits for them. The
//! scheduler distributes; this program only knows its place in the array.

use super::arguments::{DrawArgs, ScenarioArgs};
use crate::checkpoint::plan::Shard;
use crate::error::{Error, Result};
use crate::experiment::{FolderRequest, Limits, MemoryUse, RunSetup, at_least_one, draws_may_be_kept};
use crate::scenario::embedded;
use crate::text::shell::quoted;
use clap::Args;
use std::path::PathBuf;

/// Schedulers a job file can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduler {
    /// Slurm.
    Slurm,
    /// Kubernetes, indexed jobs.
    Kubernetes,
}

/// Options of `cluster`.
#[derive(Args, Clone, Debug)]
pub struct ClusterArgs {
    #[arg(value_parser = scheduler)]
    pub scheduler: Scheduler,
    #[command(flatten)]
    pub scenario: ScenarioArgs,
    #[arg(long)]
    pub shards: usize,
    #[arg(long = "draws", id = "all_draws")]
    pub draws: usize,
    #[command(flatten)]
    pub how: DrawArgs,
    #[arg(long)]
    pub out: Option<PathBuf>,
    #[arg(long, default_value_t = 2)]
    pub cores: usize,
    #[arg(long)]
    pub program: Option<String>,
    #[arg(long, default_value = "bpasim:latest")]
    pub image: String,
    #[arg(long, default_value = "bpasim")]
    pub claim: String,
}

fn scheduler(text: &str) -> std::result::Result<Scheduler, String> {
    match text {
        "slurm" => Ok(Scheduler::Slurm),
        "kubernetes" => Ok(Scheduler::Kubernetes),
        other => Err(format!("«{other}»: slurm, kubernetes")),
    }
}

/// The job file.
pub fn run(args: &ClusterArgs) -> Result<String> {
    at_least_one("--draws", args.draws)?;
    at_least_one("--cores", args.cores)?;
    Limits::slices(args.draws).ensure("--shards", args.shards)?;
    // What is wrong with the run is told now, and not by every slice tomorrow.
    let run = RunSetup::new(&args.how.request(&args.scenario, args.draws), Shard::WHOLE)?;
    let scenario = &run.scenario;
    draws_may_be_kept(scenario, "--shard")?;
    let out = run.folder(&FolderRequest { path: args.out.clone(), force: false });
    let memory = |of: MemoryUse| Ok::<u64, Error>(asked(run.memory_need(of)?.peak()));
    let whole = MemoryUse { threads: args.cores, simulated: false, ..run.memory_use(true) };
    let draws = whole.draws.div_ceil(args.shards);
    let slice = MemoryUse { draws, simulated: true, results: false, report: false, ..whole };
    let memory = [memory(slice)?, memory(whole)?];
    let job = Job { name: &scenario.name, out: &out.display().to_string(), memory, args };
    Ok(match args.scheduler {
        Scheduler::Slurm => job.slurm(),
        Scheduler::Kubernetes => job.kubernetes(),
    })
}

/// Memory that a job asks for, MiB: what it is foreseen to take and a quarter more, since a job that takes more than it asked
/// for is killed.
fn asked(foreseen: u64) -> u64 {
    (foreseen / 4 * 5).div_ceil(1 << 20).next_multiple_of(64)
}

struct Job<'a> {
    name: &'a str,
    out: &'a str,
    /// Of a slice and of the merge, MiB.
    memory: [u64; 2],
    args: &'a ClusterArgs,
}

impl Job<'_> {
    /// Arguments of a slice's run but for where it puts its draws.
    fn run(&self) -> Vec<String> {
        let a = self.args;
        let mut words: Vec<String> = ["run", &a.scenario.scenario].map(str::to_string).into();
        let mut option = |key: &str, value: String| words.extend([key.to_string(), value]);
        for set in &a.scenario.changes.sets {
            option("--set", set.clone());
        }
        if let Some(models) = &a.scenario.changes.models {
            option("--models", models.join(","));
        }
        if let Some(what) = &a.scenario.changes.without {
            option("--without", what.clone());
        }
        if let Some(years) = a.how.years {
            option("--years", years.to_string());
        }
        option("--draws", a.draws.to_string());
        option("--replicates", a.how.replicates.to_string());
        option("--seed", a.how.seed.to_string());
        if let Some(sampling) = a.how.sampling {
            option("--sampling", sampling.id().into());
        }
        if let Some(file) = &a.how.posterior {
            option("--posterior", file.display().to_string());
        }
        if a.how.mechanical {
            words.push("--mechanical".to_string());
        }
        let mut option = |key: &str, value: String| words.extend([key.to_string(), value]);
        option("--threads", a.cores.to_string());
        option("--shard", "auto".into());
        if a.how.accept_bad_fit {
            words.push("--accept-bad-fit".to_string());
        }
        words.extend(["--resume".to_string(), "--quiet".to_string()]);
        words
    }

    /// Where the merge finds a scenario of the user's own: its folder does not stand in the slices.
    fn own_scenario(&self) -> String {
        let source = &self.args.scenario.scenario;
        match embedded::scenario(source) {
            Some(_) => String::new(),
            None => format!(" --scenario {}", quoted(source)),
        }
    }

    fn slurm(&self) -> String {
        let own = std::env::current_exe().map_or_else(|_| "bpasim".into(), |p| p.display().to_string());
        let program = quoted(self.args.program.as_deref().unwrap_or(&own));
        let run: Vec<String> = self.run().iter().map(|word| quoted(word)).collect();
        let (shards, cores, out) = (self.args.shards, self.args.cores, quoted(self.out));
        let name = label(self.name);
        let slices = quoted(&format!("{}-shards", self.out));
        let [memory, merge_memory] = self.memory;
        format!(
            "#!/bin/bash
# {draws} draws in {shards} slices, and their merge. Submit with: bash THIS_FILE (or sbatch THIS_FILE);
# try it first with: bash THIS_FILE --test-only. Further words go to sbatch: bash THIS_FILE --account=NAME
#SBATCH --job-name={name}
#SBATCH --ntasks=1
#SBATCH --time=00:05:00
set -euo pipefail
array=$(sbatch --parsable --job-name={name} --array=1-{shards} --ntasks=1 --cpus-per-task={cores} \\
    --mem={memory}M --requeue --output={name}-%A-%a.log --open-mode=append \"$@\" <<'ARRAY'
#!/bin/bash
# A slice that was killed goes on where it stopped.
exec {program} {run} --out {slices}/$(printf %04d \"$SLURM_ARRAY_TASK_ID\")-of-{of}
ARRAY
)
# Nothing to wait for where it was only tried.
depends=
[ -z \"$array\" ] || depends=--dependency=afterany:${{array%%;*}}
# The merge itself sees whether every slice is there and whole, and refuses by name if not: then requeue
# the slice and submit the merge again.
sbatch --job-name={name}-merge --ntasks=1 --cpus-per-task={cores} \\
    --mem={merge_memory}M $depends \\
    --output={name}-merge-%j.log \"$@\" <<'MERGE'
#!/bin/bash
exec {program} merge {slices}/*-of-{of}{scenario} --out {out} --threads {cores} --force --fingerprint
MERGE
",
            draws = self.args.draws,
            of = format!("{shards:04}"),
            scenario = self.own_scenario(),
            run = run.join(" "),
        )
    }

    fn kubernetes(&self) -> String {
        let json = |word: &str| serde_json::Value::from(word).to_string();
        let words = |words: &[String]| words.iter().map(|w| json(w)).collect::<Vec<_>>().join(", ");
        let program = self.args.program.as_deref().unwrap_or("bpasim");
        let name = label(self.name);
        let (shards, cores) = (self.args.shards, self.args.cores);
        let slices = format!("{}-shards", self.out);
        let [memory, merge_memory] = self.memory;
        let mut run = vec![program.to_string()];
        // A literal dollar sign would be read as a variable.
        run.extend(self.run().iter().map(|word| word.replace('$', "$$")));
        run.extend([
            "--out".into(),
            format!("{}/$(JOB_COMPLETION_INDEX)-of-{shards:04}", slices.replace('$', "$$")),
        ]);
        let wait = format!(
            "until [ \"$(ls -d {0}/*-of-{shards:04} 2>/dev/null | wc -l)\" -eq {shards} ]; do sleep 10; done",
            quoted(&slices)
        );
        let merge = format!(
            "exec {} merge {}/*-of-{shards:04}{} --out {} --threads {cores} --force --fingerprint",
            quoted(program),
            quoted(&slices),
            self.own_scenario(),
            quoted(self.out)
        );
        let shell = |script: &str| words(&["sh".into(), "-c".into(), script.to_string()]);
        let (image, claim) = (json(&self.args.image), json(&self.args.claim));
        format!(
            "# {draws} draws in {shards} slices, and their merge. Submit with: kubectl apply -f THIS_FILE
# The volume claim must be one that several pods may write to; the program lies in the image.
apiVersion: batch/v1
kind: Job
metadata:
  name: {name}
spec:
  completions: {shards}
  parallelism: {shards}
  completionMode: Indexed
  backoffLimit: {backoff}
  template:
    spec:
      restartPolicy: OnFailure
      containers:
        - name: slice
          image: {image}
          # A slice that was killed goes on where it stopped.
          command: [{run}]
          workingDir: /data
          env:
            - name: SHARD_COUNT
              value: \"{shards}\"
          resources:
            requests:
              cpu: \"{cores}\"
              memory: {memory}Mi
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: {claim}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: {name}-merge
spec:
  backoffLimit: 2
  template:
    spec:
      restartPolicy: OnFailure
      initContainers:
        # A slice's folder appears when the slice is whole.
        - name: wait
          image: {image}
          command: [{wait}]
          workingDir: /data
          volumeMounts:
            - name: data
              mountPath: /data
      containers:
        - name: merge
          image: {image}
          command: [{merge}]
          workingDir: /data
          resources:
            requests:
              cpu: \"{cores}\"
              memory: {merge_memory}Mi
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: {claim}
",
            draws = self.args.draws,
            backoff = 6 * shards,
            run = words(&run),
            wait = shell(&wait),
            merge = shell(&merge),
        )
    }
}

/// A name that schedulers take: small letters, digits and hyphens, at most 50.
fn label(name: &str) -> String {
    let own: String = name
        .chars()
        .map(|c| c.to_ascii_lowercase())
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(40)
        .collect();
    let own = own.trim_matches('-');
    format!("bpasim-{}", if own.is_empty() { "run" } else { own })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_reach_the_job_as_they_are() {
        assert_eq!(label("Mitt «scenario» nr. 2"), "bpasim-mitt--scenario--nr--2");
        assert_eq!(label("æøå"), "bpasim-run");
    }
}
