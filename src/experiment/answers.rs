//! How an analysis of a figure is answered: read off an expansion of a run's draws where that stands for the model, else by
//! worlds in which parameters are moved.

use super::base::AnalysisBase;
use super::monitor::Costly;
use super::simulator::Simulator;
use crate::analysis::conduct::Minor;
use crate::analysis::emulated::FiguresByWorld;
use crate::analysis::sensitivity::breakeven::{self, Breakeven};
use crate::analysis::sensitivity::expansion::basis::Basis;
use crate::analysis::sensitivity::expansion::{Emulator, Fitted};
use crate::analysis::sensitivity::target::Target;
use crate::analysis::sensitivity::tornado::{self, Control, TornadoSize};
use crate::analysis::sensitivity::two_way::{self, TwoWay};
use crate::analysis::studies::Study;
use crate::engine::evaluate::EvaluationPoint;
use crate::engine::results::Results;
use crate::error::Result;
use std::collections::BTreeSet;

/// Worlds for each end of each parameter, unless told otherwise: few to see what moves the figure, more for what moves it
/// most.
const TORNADO: TornadoSize = TornadoSize { median: 2, random: 8, most: 128 };
/// The same beside an expansion.
const CONTROLLED: TornadoSize = TornadoSize { median: 1, random: 2, most: 64 };
/// Worlds to find parameters without any effect to be seen.
const SCREEN: TornadoSize = TornadoSize { median: 1, random: 2, most: 2 };
/// Parameters whose break-even is sought unless some are named.
const TURNED: usize = 5;

/// The figures by world of a run that is there.
pub(super) fn by_world(results: &Results, targets: &[Target]) -> FiguresByWorld {
    let figures = targets.iter().map(|target| target.by_world(results)).collect();
    FiguresByWorld::new(figures, results.draws, results.replicates)
}

/// Expansions of figures.
pub(super) fn emulators<'a>(
    simulator: &Simulator<'_>,
    basis: &'a Basis,
    figures: &FiguresByWorld,
) -> Result<Vec<Fitted<'a>>> {
    simulator.expect(figures.chance_worlds());
    figures.emulators(simulator.subject, basis, &mut |points| simulator.ask_all(points))
}

/// The figures of so many draws, simulated for that.
pub(super) fn simulated(simulator: &Simulator<'_>, draws: usize) -> Result<FiguresByWorld> {
    simulator.expect(draws);
    let point = |(d, stated): (usize, Vec<f64>)| EvaluationPoint { stated, persons: d as u32 };
    let points: Vec<EvaluationPoint> =
        simulator.subject.drawn(draws).into_iter().enumerate().map(point).collect();
    let worlds = simulator.ask_all(&points)?;
    let of = |n: usize| worlds.iter().map(|world| world[n]).collect();
    let figures = (0..worlds.first().map_or(0, Vec::len)).map(of).collect();
    Ok(FiguresByWorld::new(figures, draws, 1))
}

/// Who answers.
pub(super) struct Answers<'a> {
    simulator: &'a Simulator<'a>,
    /// Figure by figure; none at all where everything is simulated.
    fitted: Vec<Fitted<'a>>,
    /// Whether parameters that are moved stay by themselves.
    uncorrelated: bool,
}

impl<'a> Answers<'a> {
    /// By the model, but for the figures that have an expansion which stands for it.
    pub fn new(base: &AnalysisBase, simulator: &'a Simulator<'a>, fitted: Vec<Fitted<'a>>) -> Answers<'a> {
        Answers { simulator, fitted, uncorrelated: base.scenario.correlations.is_empty() }
    }

    /// Tells each study how good its expansion is.
    pub fn tell_quality(&self, studies: &mut [Study]) {
        for (study, fitted) in studies.iter_mut().zip(&self.fitted) {
            study.expansion = fitted.expansion().map(Emulator::quality);
        }
    }

    /// The expansion of a figure, if it stands for the model.
    fn emulator(&self, figure: usize) -> Option<&Emulator<'a>> {
        self.fitted.get(figure)?.expansion().filter(|emulator| emulator.quality().is_good())
    }

    /// The same for one that is asked where parameters are moved: one of several that are drawn together would take the others
    /// along.
    fn moving(&self, figure: usize) -> Option<&Emulator<'a>> {
        self.emulator(figure).filter(|_| self.uncorrelated)
    }

    /// What is asked of the model for those figures of some that no expansion answers, of each once.
    fn expect<T: Ord>(&self, asked: &[Vec<T>], worlds: usize) {
        let left = asked.iter().enumerate().filter(|(n, _)| self.moving(*n).is_none());
        let distinct = left.flat_map(|(_, own)| own).collect::<BTreeSet<_>>().len();
        self.simulator.expect(distinct * worlds);
    }

    /// One parameter at a time, of every figure that has no such analysis.
    pub fn tornados(&self, studies: &mut [Study], size: Option<TornadoSize>) -> Result<()> {
        let subject = self.simulator.subject;
        let scalars = subject.engine.scenario().parameters.scalars();
        let known = |n: usize| self.fitted.get(n).is_some_and(|fitted| *fitted != Fitted::Nothing);
        let controlled = (0..studies.len()).all(known);
        // The same worlds serve all figures.
        let size = size.unwrap_or(if controlled { CONTROLLED } else { TORNADO });
        let new = |study: &Study| study.tornado.is_none();
        if studies.iter().any(new) {
            self.simulator.expect(tornado::worlds(scalars, size));
        }
        for (n, study) in studies.iter_mut().enumerate().filter(|(_, study)| new(study)) {
            let control = self.fitted.get(n).and_then(Fitted::expansion).map(|own| own as &dyn Control);
            let mut ask = |points: &[_]| self.simulator.ask(n, points);
            study.tornado = Some(subject.tornado(size, control, &mut ask)?);
        }
        Ok(())
    }

    /// Places of the parameters that move each figure most, figure by figure.
    pub fn widest(&self, studies: &mut [Study]) -> Result<Vec<Vec<usize>>> {
        self.tornados(studies, None)?;
        let parameters = &self.simulator.subject.engine.scenario().parameters;
        let of = |(n, study): (usize, &Study)| {
            let bars = study.tornado.iter().flat_map(|found| &found.bars);
            let slots = bars.filter_map(|b| parameters.slot(&b.parameter));
            // What is too weak to be in the expansion is left to those who name it: its search takes worlds.
            let seen = |slot: &usize| self.moving(n).is_none_or(|emulator| emulator.follows(*slot));
            slots.filter(seen).take(TURNED).collect()
        };
        Ok(studies.iter().enumerate().map(of).collect())
    }

    /// The break-even values of parameters, figure by figure; of so many draws each where they are moved in worlds.
    pub fn breakevens(
        &self,
        studies: &mut [Study],
        slots: &[Vec<usize>],
        (range, target): (Option<[f64; 2]>, f64),
        draws: usize,
    ) -> Result<()> {
        self.expect(slots, draws * breakeven::VALUES);
        for (n, (study, slots)) in studies.iter_mut().zip(slots).enumerate() {
            for slot in slots {
                study.breakeven.push(self.breakeven(n, *slot, (range, target), draws)?);
            }
        }
        Ok(())
    }

    fn breakeven(
        &self,
        figure: usize,
        slot: usize,
        (range, target): (Option<[f64; 2]>, f64),
        draws: usize,
    ) -> Result<Breakeven> {
        let subject = self.simulator.subject;
        // Beyond what was drawn an expansion knows nothing.
        let within = |emulator: &&Emulator<'_>| range.is_none() && emulator.follows(slot);
        if let Some(emulator) = self.moving(figure).filter(within)
            && let Some(found) = subject.emulated_breakeven(emulator, slot, target)?
        {
            return Ok(found);
        }
        let mut ask = |points: &[_]| self.simulator.ask(figure, points);
        subject.breakeven(slot, range, target, draws, &mut ask)
    }

    /// Grids of two parameters, figure by figure; of so many draws a cell where they are moved in worlds.
    pub fn two_ways(&self, studies: &mut [Study], pairs: &[Option<[usize; 2]>], draws: usize) -> Result<()> {
        let asked: Vec<Vec<[usize; 2]>> = pairs.iter().map(|pair| pair.iter().copied().collect()).collect();
        self.expect(&asked, draws * two_way::VALUES * two_way::VALUES);
        for (n, (study, pair)) in studies.iter_mut().zip(pairs).enumerate() {
            study.two_way = pair.map(|slots| self.two_way(n, slots, draws)).transpose()?;
        }
        Ok(())
    }

    fn two_way(&self, figure: usize, slots: [usize; 2], draws: usize) -> Result<TwoWay> {
        let subject = self.simulator.subject;
        if let Some(emulator) = self.moving(figure)
            && let Some(found) = subject.emulated_two_way(emulator, slots)?
        {
            return Ok(found);
        }
        subject.two_way(slots, draws, &mut |points| self.simulator.ask(figure, points))
    }

    /// Sobol indices of every figure, by groups of parameters if that is wished: of a design of so many points where no
    /// expansion answers, with second order if that is wished. Parameters without any effect seen are left out of the design,
    /// and its cost is told first.
    pub fn shares(&self, studies: &mut [Study], points: usize, second: bool, grouped: bool) -> Result<()> {
        let subject = self.simulator.subject;
        let every = subject.factors(grouped, &Minor::default());
        let mut left: Vec<usize> = Vec::new();
        for (n, study) in studies.iter_mut().enumerate() {
            match (self.emulator(n), self.fitted.get(n)) {
                (Some(emulator), _) => study.take_sobol(Some(emulator.shares(&every))),
                (None, Some(Fitted::Constant)) => study.take_sobol(None),
                (None, _) => left.push(n),
            }
        }
        if left.is_empty() || points == 0 {
            return Ok(());
        }
        let minor = self.minor(studies, &left)?;
        let factors = subject.factors(grouped, &minor);
        let worlds = points * (factors.len() * if second { 2 } else { 1 } + 2);
        self.simulator.expect(worlds);
        self.simulator.tell_cost(Costly::Sobol { points, factors: factors.len() }, worlds)?;
        for n in left {
            let mut ask = |points: &[_]| self.simulator.ask(n, points);
            studies[n].take_sobol(subject.sobol(points, second, &factors, &minor, &mut ask)?);
        }
        Ok(())
    }

    /// Parameters that matter little for every one of some figures.
    fn minor(&self, studies: &[Study], figures: &[usize]) -> Result<Minor> {
        let subject = self.simulator.subject;
        if figures.iter().any(|n| studies[*n].tornado.is_none()) {
            self.simulator.expect(tornado::worlds(subject.engine.scenario().parameters.scalars(), SCREEN));
        }
        let seen = figures.iter().map(|n| match &studies[*n].tornado {
            Some(found) => Ok(found.clone()),
            None => subject.tornado(SCREEN, None, &mut |points| self.simulator.ask(*n, points)),
        });
        Ok(Minor::of(&seen.collect::<Result<Vec<_>>>()?))
    }
}
