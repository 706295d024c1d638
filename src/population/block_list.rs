//! A list of persons in blocks without gaps: a new person is appended, and the last person takes the lane of one who is
//! removed, so that no lane is computed in vain.

use super::persons::{BLOCK, Column, Persons};

/// A column that is 1 for persons with BPA under a model.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(64))]
pub struct Status(pub Column);

/// A block of persons, and which of them have BPA under each model.
#[derive(Clone, Debug)]
pub struct PersonBlock {
    /// The persons of the block.
    pub persons: Persons,
    /// Who has BPA, `[model]`.
    pub bpa: Vec<Status>,
}

/// Persons in blocks, all of which are full but the last.
#[derive(Clone, Debug)]
pub struct BlockList {
    blocks: Vec<PersonBlock>,
    models: usize,
    len: usize,
}

impl BlockList {
    /// An empty list.
    pub fn new(models: usize) -> BlockList {
        BlockList { blocks: Vec::new(), models, len: 0 }
    }

    /// Removes everybody and keeps the memory.
    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// Number of persons.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The blocks in use.
    #[inline(always)]
    pub fn blocks(&mut self) -> &mut [PersonBlock] {
        &mut self.blocks[..self.len.div_ceil(BLOCK)]
    }

    /// Adds the person in a lane of `from`, who has BPA under every model (1) or under none (0).
    #[inline(always)]
    pub fn insert(&mut self, from: &Persons, lane: usize, bpa_now: f64) {
        let (block, at) = (self.len / BLOCK, self.len % BLOCK);
        if block == self.blocks.len() {
            let bpa = vec![Status([0.0; BLOCK]); self.models];
            self.blocks.push(PersonBlock { persons: Persons::new(), bpa });
        }
        let PersonBlock { persons, bpa } = &mut self.blocks[block];
        if at == 0 {
            // Padding lanes need sound numbers: they hold a copy of the first person.
            (0..BLOCK).for_each(|pad| persons.take(pad, from, lane));
            persons.alive = [0.0; BLOCK];
        }
        persons.take(at, from, lane);
        persons.used = at + 1;
        for Status(column) in bpa {
            column[at] = bpa_now;
        }
        self.len += 1;
    }

    /// Moves everybody who has BPA under no model any longer to `pool`. Their lanes here are marked as dead, for
    /// [`BlockList::remove_dead`].
    #[inline(always)]
    pub fn move_without_bpa(&mut self, pool: &mut BlockList) {
        for PersonBlock { persons, bpa } in self.blocks() {
            let mut has = [0.0; BLOCK];
            for Status(column) in bpa.iter() {
                for lane in 0..BLOCK {
                    has[lane] += column[lane];
                }
            }
            let mut without = [0.0; BLOCK];
            for lane in 0..BLOCK {
                without[lane] = if has[lane] > 0.0 { 0.0 } else { persons.alive[lane] };
            }
            for lane in lanes(&without) {
                pool.insert(persons, lane, 0.0);
                persons.alive[lane] = 0.0;
            }
        }
    }

    /// Removes the dead.
    #[inline(always)]
    pub fn remove_dead(&mut self) {
        let mut block = 0;
        while block * BLOCK < self.len {
            let mut dead = (!lanes(&self.blocks[block].persons.alive)).0;
            while dead != 0 {
                let at = block * BLOCK + dead.trailing_zeros() as usize;
                if at >= self.len {
                    break;
                }
                self.len -= 1;
                self.move_last(at);
                // The last one may be dead too: the place is then looked at again.
                if self.blocks[block].persons.alive[at % BLOCK] > 0.5 {
                    dead &= dead - 1;
                }
            }
            block += 1;
        }
        for (block, living) in self.blocks.iter_mut().enumerate() {
            living.persons.used = self.len.saturating_sub(block * BLOCK).min(BLOCK);
        }
    }

    /// Moves the person just behind the last one to position `to`.
    fn move_last(&mut self, to: usize) {
        let (from_block, from) = (self.len / BLOCK, self.len % BLOCK);
        let (to_block, to) = (to / BLOCK, to % BLOCK);
        if from_block == to_block {
            let PersonBlock { persons, bpa } = &mut self.blocks[to_block];
            persons.move_lane(from, to);
            bpa.iter_mut().for_each(|Status(column)| column[to] = column[from]);
        } else {
            let (before, behind) = self.blocks.split_at_mut(from_block);
            let (PersonBlock { persons, bpa }, last) = (&mut before[to_block], &behind[0]);
            persons.take(to, &last.persons, from);
            bpa.iter_mut().zip(&last.bpa).for_each(|(column, own)| column.0[to] = own.0[from]);
        }
        self.blocks[from_block].persons.alive[from] = 0.0;
    }
}

/// Lanes of a block, a bit for each; a loop over them visits the first one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneSet(u64);

/// The lanes in which a flag is 1.
#[inline(always)]
pub fn lanes(flag: &Column) -> LaneSet {
    const _: () = assert!(BLOCK <= u64::BITS as usize);
    let mut set = 0;
    for lane in 0..BLOCK {
        set |= u64::from(flag[lane] >= 0.5) << lane;
    }
    LaneSet(set)
}

/// The other lanes of the block.
impl std::ops::Not for LaneSet {
    type Output = LaneSet;
    #[inline(always)]
    fn not(self) -> LaneSet {
        LaneSet(!self.0 & (u64::MAX >> (u64::BITS as usize - BLOCK)))
    }
}

impl Iterator for LaneSet {
    type Item = usize;
    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        let lane = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (lane < BLOCK).then_some(lane)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(list: &mut BlockList) -> Vec<u64> {
        let blocks = list.blocks();
        blocks.iter().flat_map(|b| b.persons.key[..b.persons.used].to_vec()).collect()
    }

    #[test]
    fn the_last_one_takes_the_place_of_the_dead() {
        let mut from = Persons::new();
        from.alive[0] = 1.0;
        let mut list = BlockList::new(2);
        for key in 0..BLOCK as u64 + 3 {
            from.key[0] = key;
            list.insert(&from, 0, (key % 2) as f64);
        }
        assert_eq!((list.len(), list.blocks().len()), (BLOCK + 3, 2));
        // The second and the last two die; the third from behind moves.
        list.blocks[0].persons.alive[1] = 0.0;
        list.blocks[1].persons.alive[1] = 0.0;
        list.blocks[1].persons.alive[2] = 0.0;
        list.remove_dead();
        let mut left: Vec<u64> = (0..BLOCK as u64).collect();
        left[1] = BLOCK as u64;
        assert_eq!(keys(&mut list), left);
        assert_eq!(list.blocks()[0].bpa[1].0[1], (BLOCK % 2) as f64);
        for living in list.blocks.iter_mut() {
            living.persons.alive = [0.0; BLOCK];
        }
        list.remove_dead();
        assert!(list.is_empty() && keys(&mut list).is_empty());
        from.key[0] = 7;
        list.insert(&from, 0, 0.0);
        assert_eq!(keys(&mut list), [7]);
        assert_eq!(list.blocks()[0].persons.alive.iter().sum::<f64>(), 1.0);
    }

    #[test]
    fn whoever_has_bpa_under_no_model_is_released() {
        let mut from = Persons::new();
        from.alive[0] = 1.0;
        let (mut list, mut pool) = (BlockList::new(2), BlockList::new(2));
        for key in 0..4 {
            from.key[0] = key;
            list.insert(&from, 0, 0.0);
        }
        // The first has it under one model, the second is dead, the last has it under both.
        let PersonBlock { persons, bpa } = &mut list.blocks[0];
        bpa[1].0[0] = 1.0;
        persons.alive[1] = 0.0;
        bpa.iter_mut().for_each(|Status(column)| column[3] = 1.0);
        list.move_without_bpa(&mut pool);
        list.remove_dead();
        assert_eq!((keys(&mut list), keys(&mut pool)), (vec![0, 3], vec![2]));
        assert_eq!(
            [0, 1].map(|model| list.blocks[0].bpa[model].0[..2].to_vec()),
            [vec![0.0, 1.0], vec![1.0; 2]]
        );
        assert_eq!(pool.blocks()[0].bpa[0].0[0], 0.0);
    }

    #[test]
    fn lanes_are_visited_in_order() {
        let mut flag = [0.0; BLOCK];
        assert_eq!(lanes(&flag).count(), 0);
        for lane in [0, 5, BLOCK - 1] {
            flag[lane] = 1.0;
        }
        assert_eq!(lanes(&flag).collect::<Vec<_>>(), [0, 5, BLOCK - 1]);
        assert_eq!(lanes(&[1.0; BLOCK]).count(), BLOCK);
    }
}
