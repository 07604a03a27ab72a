//! Who puts what first, in a sentence that says whom it counts.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::counts::{capital, counted_in_words, few, in_words};
use super::{isolated, list};
use crate::model::{Alternative, Scenario};

/// A team that counts.
#[derive(Clone, Copy, Debug)]
pub struct TeamFirsts<'a> {
    pub team: &'a str,
    /// The options that are first for it among those fully scored, by their indices.
    pub options: &'a [usize],
    /// A missing score could change that.
    pub may_change: bool,
}

/// Who puts what first, over the options fully scored, told for all teams of the document or for
/// those that count.
pub fn first_places(scenario: &Scenario, counted: &[TeamFirsts]) -> String {
    let said = Said::new(scenario, counted).sentence();
    if counted.iter().any(|team| team.may_change) {
        format!("{said}; missing scores could change that")
    } else {
        said
    }
}

struct Said<'a> {
    scenario: &'a Scenario,
    counted: &'a [TeamFirsts<'a>],
    /// The options that some team puts first, and for how many: the most first, then in document
    /// order.
    firsts: Vec<(usize, usize)>,
    /// How many teams put any option first.
    ranking: usize,
    left_out: LeftOut,
}

/// Which teams of the document a sentence doesn't count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    Nobody,
    Sealed,
    NotWeighed,
    Both,
}

impl LeftOut {
    pub(super) fn of(scenario: &Scenario, counted: usize) -> Self {
        let sealed = scenario.teams.iter().filter(|team| team.opened().is_none()).count();
        let others = scenario.teams.len().saturating_sub(sealed + counted);
        match (sealed, others) {
            (0, 0) => Self::Nobody,
            (_, 0) => Self::Sealed,
            (0, _) => Self::NotWeighed,
            _ => Self::Both,
        }
    }

    /// What is said of those that count, so many of them.
    pub(super) fn rest(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Nobody, _) => "",
            (Self::Sealed, 1) => " that is open",
            (Self::Sealed, _) => " that are open",
            (Self::NotWeighed, 1) => " that has weighed",
            (Self::NotWeighed, _) => " that have weighed",
            (Self::Both, 1) => " that is open and has weighed",
            (Self::Both, _) => " that are open and have weighed",
        }
    }
}

impl<'a> Said<'a> {
    fn new(scenario: &'a Scenario, counted: &'a [TeamFirsts<'a>]) -> Self {
        let count =
            |option: usize| counted.iter().filter(|team| team.options.contains(&option)).count();
        let firsts = (0..scenario.options.len()).map(|option| (option, count(option)));
        let mut firsts: Vec<(usize, usize)> = firsts.filter(|(_, count)| *count > 0).collect();
        firsts.sort_by_key(|(option, count)| (Reverse(*count), *option));
        let ranking = counted.iter().filter(|team| !team.options.is_empty()).count();
        let left_out = LeftOut::of(scenario, counted.len());
        Self { scenario, counted, firsts, ranking, left_out }
    }

    fn name(&self, option: usize) -> Cow<'a, str> {
        isolated(self.scenario.options.get(option).map_or("", Alternative::label))
    }

    fn sentence(&self) -> String {
        let count = self.counted.len();
        match (self.firsts.as_slice(), self.counted) {
            ([], [_]) => format!("The only team{} ranks no option", self.left_out.rest(1)),
            ([], _) => format!("No team{} ranks any option", self.left_out.rest(1)),
            (_, [only]) => self.for_one(only),
            (firsts, _) if self.ranking == count && firsts.iter().all(|(_, n)| *n == count) => {
                self.for_all()
            }
            _ if self.counted.iter().any(|team| team.options.len() > 1) => self.with_ties(),
            _ => self.split(),
        }
    }

    fn named(&self) -> String {
        few(&self.firsts.iter().map(|(option, _)| self.name(*option)).collect::<Vec<_>>())
    }

    fn for_one(&self, only: &TeamFirsts) -> String {
        let whose = match self.left_out {
            LeftOut::Nobody => "the only team".to_owned(),
            left_out => format!("{}, the only team{}", isolated(only.team), left_out.rest(1)),
        };
        if self.firsts.len() == 1 {
            format!("{} is first for {whose}", self.named())
        } else {
            format!("{} tie for first place for {whose}", self.named())
        }
    }

    fn for_all(&self) -> String {
        let count = self.counted.len();
        let rest = self.left_out.rest(count);
        let all = if count == 2 { "both".to_owned() } else { format!("all {}", in_words(count)) };
        if self.firsts.len() == 1 {
            format!("{} teams{rest} put {} first", capital(&all), self.named())
        } else {
            format!("{} tie for first place for {all} teams{rest}", self.named())
        }
    }

    /// Where options tie for first, no team chooses one.
    fn with_ties(&self) -> String {
        let whose = match self.left_out {
            LeftOut::Nobody => String::new(),
            left_out => {
                let count = self.counted.len();
                format!(", of the {} teams{}", in_words(count), left_out.rest(count))
            }
        };
        let part = |(option, count): &(usize, usize)| {
            format!("{} for {}", self.name(*option), counted_in_words(*count, "team"))
        };
        let parts: Vec<String> = self.firsts.iter().map(part).collect();
        let silent = self.silent().map_or_else(String::new, |silent| format!("; {silent}"));
        format!("First, ties included{whose}: {}{silent}", list(&parts))
    }

    fn split(&self) -> String {
        let is_whole = self.left_out == LeftOut::Nobody && self.silent().is_none();
        let part = |(place, (option, count)): (usize, &(usize, usize))| {
            let (teams, verb) = match (place, count) {
                (0, 1) => (" team", " chooses"),
                (0, _) => (" teams", " choose"),
                _ => ("", ""),
            };
            let teams = if is_whole { teams } else { "" };
            format!("{}{teams}{verb} {}", in_words(*count), self.name(*option))
        };
        let parts = self.firsts.iter().enumerate().map(part).chain(self.silent());
        let told = list(&parts.collect::<Vec<_>>());
        if is_whole {
            return capital(&told);
        }
        let count = self.counted.len();
        format!("Of the {} teams{}, {told}", in_words(count), self.left_out.rest(count))
    }

    /// The teams that count and rank nothing; none where there are none.
    fn silent(&self) -> Option<String> {
        match self.counted.len() - self.ranking {
            0 => None,
            1 => Some("one ranks no option".to_owned()),
            count => Some(format!("{} rank no option", in_words(count))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Judged, Letter, Mark, OptionId, Seal, Team, TeamId, Timestamp};

    fn scenario(open: usize, sealed: usize) -> Scenario {
        let mut scenario = Scenario::new("s");
        for (index, name) in ["Stay", "Go", "Wait"].into_iter().enumerate() {
            let (short, note) = (String::new(), String::new());
            let id = OptionId::new(&name.to_lowercase()).unwrap();
            let letter = Letter::nth(index);
            scenario.options.push(Alternative { id, name: name.into(), short, note, letter });
        }
        for index in 0..open + sealed {
            let id = TeamId::new(&format!("t{index}")).unwrap();
            let team = Team::new(id, &format!("Team {index}"), Mark::nth(index));
            let at = Timestamp::new("2026-11-27T09:00:00Z").unwrap();
            let seal = || Seal { at, nonce: String::new(), sha256: String::new() };
            let is_open = index < open;
            let team = if is_open { team } else { team.sealed(Judged::default(), seal()) };
            scenario.teams.push(team.into());
        }
        scenario
    }

    /// With so many teams that don't count, open and sealed.
    fn said_of(firsts: &[Vec<usize>], (waiting, sealed): (usize, usize)) -> String {
        let names: Vec<String> = (0..firsts.len()).map(|index| format!("Team {index}")).collect();
        let counted: Vec<TeamFirsts> = firsts
            .iter()
            .zip(&names)
            .map(|(options, team)| TeamFirsts { team, options, may_change: false })
            .collect();
        first_places(&scenario(firsts.len() + waiting, sealed), &counted)
    }

    #[test]
    fn every_split_of_first_places_is_told_truly() {
        let said = |firsts: &[Vec<usize>]| said_of(firsts, (0, 0));
        assert_eq!(said(&[]), "No team ranks any option");
        assert_eq!(said(&[vec![]]), "The only team ranks no option");
        assert_eq!(said(&[vec![1]]), "Go is first for the only team");
        assert_eq!(said(&[vec![0, 1]]), "Stay and Go tie for first place for the only team");
        assert_eq!(said(&[vec![1], vec![1]]), "Both teams put Go first");
        assert_eq!(said(&[vec![1], vec![1], vec![1]]), "All three teams put Go first");
        let level = vec![0, 1];
        assert_eq!(
            said(&[level.clone(), level.clone()]),
            "Stay and Go tie for first place for both teams"
        );
        assert_eq!(
            said(&[level, vec![1]]),
            "First, ties included: Go for two teams and Stay for one team"
        );
        assert_eq!(said(&[vec![1], vec![0], vec![1]]), "Two teams choose Go and one Stay");
        assert_eq!(said(&[vec![1], vec![0]]), "One team chooses Stay and one Go");
    }

    #[test]
    fn teams_that_rank_nothing_are_counted() {
        let said = |firsts: &[Vec<usize>]| said_of(firsts, (0, 0));
        assert_eq!(
            said(&[vec![0], vec![1], vec![2], vec![2], vec![]]),
            "Of the five teams, two choose Wait, one Stay, one Go and one ranks no option"
        );
        assert_eq!(
            said(&[vec![1], vec![], vec![]]),
            "Of the three teams, one chooses Go and two rank no option"
        );
        assert_eq!(
            said(&[vec![0, 1], vec![]]),
            "First, ties included: Stay for one team and Go for one team; one ranks no option"
        );
    }

    #[test]
    fn teams_that_do_not_count_are_never_counted_in() {
        let one = [vec![1]];
        assert_eq!(said_of(&one, (0, 1)), "Go is first for Team 0, the only team that is open");
        assert_eq!(said_of(&one, (1, 0)), "Go is first for Team 0, the only team that has weighed");
        assert_eq!(
            said_of(&[vec![1], vec![1]], (1, 1)),
            "Both teams that are open and have weighed put Go first"
        );
        assert_eq!(
            said_of(&[vec![1], vec![0], vec![1]], (0, 2)),
            "Of the three teams that are open, two choose Go and one Stay"
        );
        assert_eq!(
            said_of(&[vec![0, 1], vec![1]], (1, 0)),
            "First, ties included, of the two teams that have weighed: Go for two teams and Stay \
             for one team"
        );
        assert_eq!(said_of(&[], (0, 2)), "No team that is open ranks any option");
    }
}
