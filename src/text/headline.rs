//! What a ranking says, in a sentence that is true in every case: of ties, of one option, of scores
//! that are missing, of options that are ruled out.

use super::bound::Bound;
use super::counts::{capital, few, in_words};
use super::{isolated, total};
use crate::analysis::{Lead, NotScored, Ranking, TIE, is_tied};
use crate::model::{Alternative, Scenario};

/// Who leads and by how much; who ties; what could still change it; or why nothing is ranked.
pub fn headline(scenario: &Scenario, ranking: &Ranking) -> String {
    let Some(standings) = Standings::of(scenario, ranking) else {
        return unranked(scenario, ranking);
    };
    let mut told = standings.led(scenario, ranking);
    if standings.is_open() {
        if !standings.is_alone {
            told = format!("Of the options fully scored, {told}");
        }
        let them = if standings.winners.len() == 1 { "it" } else { "them" };
        let rest = [
            said(&standings.ahead, |names, are| {
                format!("{names} {are} ahead of {them} whatever is missing")
            }),
            said(&standings.may_lead, |names, _| format!("{names} could still lead, once scored")),
            said(&standings.may_tie, |names, _| {
                format!("{names} could at most draw level, once scored")
            }),
        ];
        for part in rest.into_iter().flatten() {
            told = format!("{told}; {part}");
        }
    }
    told
}

/// Why nothing is ranked, as a heading.
pub fn unranked(scenario: &Scenario, ranking: &Ranking) -> String {
    let (out, open) = (&ranking.ruled_out, &ranking.not_scored);
    let is_bare = open.iter().all(is_bare);
    match (scenario.options.as_slice(), scenario.criteria.len()) {
        ([], 0) => "There are no options and no criteria yet".to_owned(),
        ([], _) => "There are no options yet".to_owned(),
        (_, 0) => "There are no criteria yet".to_owned(),
        ([only], _) if open.is_empty() => {
            format!("{} is ruled out by a must-have", isolated(&only.name))
        }
        (all, _) if open.is_empty() => {
            let count = in_words(all.len());
            let all = if count == "two" { "Both".to_owned() } else { format!("All {count}") };
            format!("{all} options are ruled out by must-haves")
        }
        _ if out.is_empty() && is_bare => "Nothing is scored yet".to_owned(),
        _ if out.is_empty() => "No option is fully scored yet".to_owned(),
        _ if is_bare => "The options that are not ruled out are not scored yet".to_owned(),
        _ => "The options that are not ruled out are not fully scored yet".to_owned(),
    }
}

/// Whether an option has no score at all.
pub fn is_bare(open: &NotScored) -> bool {
    open.missing.len() == open.contributions.len()
}

/// The options that aren't fully scored and would be first, alone or level, if it went well.
pub(super) fn may_be_first(ranking: &Ranking) -> impl Iterator<Item = &NotScored> {
    let bar = bar(ranking);
    ranking.not_scored.iter().filter(move |open| reaches(open, bar) || moves_ahead(ranking, open))
}

/// Whether an option's upper end is as high as a bar.
fn reaches(open: &NotScored, bar: f64) -> bool {
    open.high >= bar - TIE
}

/// Whether an option could lead though its upper end is too low as the scales stand: its score would
/// move a scale, and with it the totals of the others.
fn moves_ahead(ranking: &Ranking, open: &NotScored) -> bool {
    let best = ranking.best_total().unwrap_or(0.0);
    open.lead == Lead::Possible && !reaches(open, best)
}

/// What an option must reach to be first: the best total, and what others surely have, whatever they
/// lack.
fn bar(ranking: &Ranking) -> f64 {
    let best = ranking.best_total().unwrap_or(0.0);
    let certain = ranking.not_scored.iter().filter(|open| open.lead == Lead::Certain);
    certain.map(|open| open.low).fold(best, f64::max)
}

/// The options of a ranking by what can be said of them; each list in the order of the ranking.
struct Standings<'a> {
    winners: Vec<&'a str>,
    /// Not scored, and above every total whatever is missing.
    ahead: Vec<&'a str>,
    /// Not scored, and above every total if it goes well.
    may_lead: Vec<&'a str>,
    /// Not scored, and level with the best total if it goes well.
    may_tie: Vec<&'a str>,
    /// One option is scored alone.
    is_alone: bool,
    /// How far the best total is ahead of the next; none without one.
    lead: Option<f64>,
    /// How far it is ahead, at the least, of options that aren't fully scored, where one of them
    /// could come nearer than that.
    least_lead: Option<f64>,
}

impl<'a> Standings<'a> {
    /// None where nothing is ranked.
    fn of(scenario: &'a Scenario, ranking: &Ranking) -> Option<Self> {
        let best = ranking.best_total()?;
        let name = |option: usize| scenario.options.get(option).map_or("", |option| &*option.name);
        let bar = bar(ranking);
        let open = |is_so: &dyn Fn(&NotScored) -> bool| -> Vec<&'a str> {
            let found = ranking.not_scored.iter().filter(|open| is_so(open));
            found.map(|open| name(open.option)).collect()
        };
        let is_ahead = |open: &NotScored| open.lead == Lead::Certain;
        let reaches = |open: &NotScored| !is_ahead(open) && reaches(open, bar);
        let may_lead =
            |open: &NotScored| reaches(open) && open.high > bar + TIE || moves_ahead(ranking, open);
        Some(Self {
            winners: ranking.winners().map(|winner| name(winner.option)).collect(),
            ahead: open(&is_ahead),
            may_lead: open(&may_lead),
            may_tie: open(&|open| reaches(open) && open.high <= bar + TIE),
            is_alone: ranking.ranked.len() == 1,
            lead: lead(ranking, best),
            least_lead: least_lead(ranking, best),
        })
    }

    /// Whether a missing score has a say in who leads.
    fn is_open(&self) -> bool {
        [&self.ahead, &self.may_lead, &self.may_tie].iter().any(|list| !list.is_empty())
    }

    /// Of the options with totals alone.
    fn led(&self, scenario: &Scenario, ranking: &Ranking) -> String {
        let names: Vec<_> = self.winners.iter().map(|name| isolated(name)).collect();
        match (names.as_slice(), &self.lead) {
            ([only], _) if scenario.options.len() == 1 => format!("{only} is the only option"),
            ([only], _) if self.is_alone && ranking.not_scored.is_empty() => {
                format!("{only} is the only option that is not ruled out")
            }
            ([only], _) if self.is_alone && self.is_open() => {
                format!("{only} is the only option fully scored")
            }
            ([winner], lead) => match self.least_lead.filter(|_| !self.is_open()).or(*lead) {
                Some(lead) if self.least_lead == Some(lead) => at_least(winner, lead),
                Some(lead) => format!("{winner} leads by {}", at_all(lead)),
                None => format!("{winner} leads"),
            },
            (all, _) if all.len() == scenario.options.len() => {
                let count = in_words(all.len());
                let all = if count == "two" { "both".to_owned() } else { format!("all {count}") };
                capital(&format!("{all} options are level"))
            }
            (tied, _) => format!("{} tie for first place", few(tied)),
        }
    }
}

fn lead(ranking: &Ranking, best: f64) -> Option<f64> {
    let others = ranking.ranked.iter().skip(1).map(|ranked| ranked.total);
    others.reduce(f64::max).map(|next| best - next)
}

fn least_lead(ranking: &Ranking, best: f64) -> Option<f64> {
    let behind = ranking.not_scored.iter().filter(|open| open.high < best - TIE);
    let least = behind.map(|open| best - open.high).reduce(f64::min)?;
    lead(ranking, best).is_none_or(|lead| least < lead - TIE).then_some(least)
}

/// A difference that is more than nothing.
fn at_all(lead: f64) -> String {
    let shown = total(lead);
    if shown == "0.00" { "less than 0.01".to_owned() } else { shown }
}

/// That an option leads, and how far out of 10 for sure.
fn at_least(winner: &str, lead: f64) -> String {
    match Bound::AtMost(lead * 10.0).with_decimals(2).as_str() {
        "0.00" => format!("{winner} leads"),
        shown => format!("{winner} leads by at least {shown}"),
    }
}

/// A sentence about names and their verb; none where there are none.
fn said(names: &[&str], sentence: impl Fn(&str, &str) -> String) -> Option<String> {
    let isolated: Vec<_> = names.iter().map(|name| isolated(name)).collect();
    let are = if names.len() == 1 { "is" } else { "are" };
    (!names.is_empty()).then(|| sentence(&few(&isolated), are))
}

/// Why one option has a higher total than another.
pub fn why(
    winner: &Alternative,
    winner_total: f64,
    rival: &Alternative,
    rival_total: f64,
) -> String {
    let (winner, rival) = (isolated(winner.label()), isolated(rival.label()));
    if is_tied(winner_total, rival_total) {
        format!("Why {winner} and {rival} tie")
    } else {
        format!("Why {winner} beats {rival}")
    }
}

/// A difference of totals out of 10, with its sign.
pub fn signed(difference: f64) -> String {
    let shown = total(difference.abs());
    match () {
        () if shown == "0.00" => "0.00".to_owned(),
        () if difference > 0.0 => format!("+{shown}"),
        () => format!("−{shown}"),
    }
}
