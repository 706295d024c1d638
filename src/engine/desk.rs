//! The memory a world is worked out in. It is kept from world to world: to get it anew from the system and clear it
//! would cost about 3 per cent of a draw.

use super::group::Room;
use super::sums::Sums;
use std::sync::Mutex;

/// Where one world at a time is worked out.
pub struct Desk {
    /// The world's sums when it is done.
    pub sums: Sums,
    /// Where its persons live.
    pub room: Room,
}

impl Desk {
    /// Room for so many models, years and units.
    pub fn new(models: usize, years: usize, units: usize) -> Desk {
        Desk { sums: Sums::new(models, years, units), room: Room::new(models) }
    }
}

/// Desks nobody sits at. There come to be as many as worlds were ever worked out at the same time.
#[derive(Default)]
pub struct Desks(Mutex<Vec<Desk>>);

impl Desks {
    /// Does a piece of work at a free desk, or at a `new` one if there is none.
    pub fn at_one<T>(&self, new: impl FnOnce() -> Desk, work: impl FnOnce(&mut Desk) -> T) -> T {
        let free = self.0.lock().ok().and_then(|mut desks| desks.pop());
        let mut desk = free.unwrap_or_else(new);
        let found = work(&mut desk);
        if let Ok(mut desks) = self.0.lock() {
            desks.push(desk);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_is_used_again_and_two_at_once_are_two() {
        let desks = Desks::default();
        let new = || Desk::new(1, 1, 1);
        let taken = || unreachable!("a desk is free");
        desks.at_one(new, |_| desks.at_one(new, |_| ()));
        desks.at_one(taken, |_| desks.at_one(taken, |_| ()));
        assert_eq!(desks.0.lock().map(|free| free.len()).ok(), Some(2));
    }
}
