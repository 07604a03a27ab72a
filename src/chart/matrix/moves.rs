//! Where rows would go that are held in their places while scores are typed.

/// The place that a row would go to, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Up(usize),
    Down(usize),
}

impl Move {
    pub fn place(self) -> usize {
        match self {
            Self::Up(place) | Self::Down(place) => place,
        }
    }

    /// For each option its move from where it stands in one order to where it stands in another;
    /// both are of the same options, best first. None: it stays.
    pub(super) fn between(held: &[usize], ranked: &[usize]) -> Vec<Option<Self>> {
        let mut moves = vec![None; held.len()];
        let mut places = vec![0; held.len()];
        for (place, option) in ranked.iter().enumerate() {
            if let Some(known) = places.get_mut(*option) {
                *known = place;
            }
        }
        for (from, option) in held.iter().enumerate() {
            let to = places.get(*option).copied().unwrap_or(from);
            if let Some(of_option) = moves.get_mut(*option) {
                *of_option = match to.cmp(&from) {
                    std::cmp::Ordering::Less => Some(Self::Up(to + 1)),
                    std::cmp::Ordering::Equal => None,
                    std::cmp::Ordering::Greater => Some(Self::Down(to + 1)),
                };
            }
        }
        moves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_is_from_the_held_place_to_the_ranked_one() {
        let moves = Move::between(&[2, 0, 1], &[0, 2, 1]);
        assert_eq!(moves, [Some(Move::Up(1)), None, Some(Move::Down(2))]);
        assert_eq!(Move::between(&[1, 0], &[1, 0]), [None, None]);
        assert_eq!(Move::between(&[], &[]), []);
    }
}
