//! A piece of a simulation as bytes, for those who have no memory in common: the numbers of its draws, and every array in the
//! order of its memory, little end first.

use crate::engine::chunk::{Chunk, Dimensions};
use ndarray::{Array, Dimension};
use std::ops::Range;

/// The bytes of a piece.
pub fn bytes(piece: &Chunk) -> Vec<u8> {
    let mut out = Vec::new();
    for end in [piece.draws.start, piece.draws.end] {
        out.extend((end as u64).to_le_bytes());
    }
    numbers(&mut out, &piece.national, f64::to_le_bytes);
    numbers(&mut out, &piece.mechanical, f64::to_le_bytes);
    numbers(&mut out, &piece.ledger.sum, i128::to_le_bytes);
    numbers(&mut out, &piece.ledger.square, i128::to_le_bytes);
    out.extend(piece.ledger.closing_claim.iter().flat_map(|x| x.to_le_bytes()));
    numbers(&mut out, &piece.units.sum, i128::to_le_bytes);
    numbers(&mut out, &piece.units.municipality_net, f32::to_le_bytes);
    numbers(&mut out, &piece.units.change, f32::to_le_bytes);
    out
}

/// The piece of such bytes, of a run with these dimensions and at most so many draws; nothing where they are of another.
pub fn piece(bytes: &[u8], dimensions: Dimensions, most: usize) -> Option<Chunk> {
    let (mut rest, mut ends) = (bytes, [0; 2]);
    for end in &mut ends {
        let (own, after) = rest.split_first_chunk()?;
        (*end, rest) = (usize::try_from(u64::from_le_bytes(*own)).ok()?, after);
    }
    let draws = Range { start: ends[0], end: ends[1] };
    if draws.is_empty() || draws.end > most {
        return None;
    }
    let mut piece = Chunk::new(draws, dimensions);
    read(&mut rest, piece.national.iter_mut(), f64::from_le_bytes)?;
    read(&mut rest, piece.mechanical.iter_mut(), f64::from_le_bytes)?;
    read(&mut rest, piece.ledger.sum.iter_mut(), i128::from_le_bytes)?;
    read(&mut rest, piece.ledger.square.iter_mut(), i128::from_le_bytes)?;
    read(&mut rest, piece.ledger.closing_claim.iter_mut(), i128::from_le_bytes)?;
    read(&mut rest, piece.units.sum.iter_mut(), i128::from_le_bytes)?;
    read(&mut rest, piece.units.municipality_net.iter_mut(), f32::from_le_bytes)?;
    read(&mut rest, piece.units.change.iter_mut(), f32::from_le_bytes)?;
    rest.is_empty().then_some(piece)
}

fn numbers<T: Copy, D: Dimension, const N: usize>(
    out: &mut Vec<u8>,
    array: &Array<T, D>,
    coded: impl Fn(T) -> [u8; N],
) {
    out.reserve(array.len() * N);
    array.iter().for_each(|x| out.extend(coded(*x)));
}

fn read<'a, T: 'a, const N: usize>(
    rest: &mut &[u8],
    places: impl Iterator<Item = &'a mut T>,
    read: impl Fn([u8; N]) -> T,
) -> Option<()> {
    for place in places {
        let (own, after) = rest.split_first_chunk()?;
        (*place, *rest) = (read(*own), after);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::session::{MOST_DRAWS, Session};
    use crate::live::setting::Setting;
    use std::sync::atomic::AtomicBool;

    #[test]
    fn what_is_read_is_what_was_written_and_nothing_else_is_read() {
        let setting = Setting { scenario: "oslo".into(), ..Setting::default() };
        let own = Session::open(setting, Some(2)).unwrap();
        let dimensions = own.engine().unwrap().dimensions(1);
        let written = own.simulate(0..2, &AtomicBool::new(false)).unwrap();
        let coded = bytes(&written);
        let again = piece(&coded, dimensions, MOST_DRAWS).unwrap();
        assert_eq!(bytes(&again), coded);
        assert_eq!((again.ledger, again.units), (written.ledger, written.units));
        for end in [0, 8, 15, coded.len() - 1] {
            assert!(piece(&coded[..end], dimensions, MOST_DRAWS).is_none(), "{end}");
        }
        assert!(piece(&[&coded[..], &[0]].concat(), dimensions, MOST_DRAWS).is_none());
        let mut other = coded.clone();
        other[8..16].copy_from_slice(&u64::MAX.to_le_bytes());
        assert!(piece(&other, dimensions, MOST_DRAWS).is_none());
    }
}
