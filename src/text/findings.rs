//! Findings in sentences: what is questionable, and what to do about it.

use std::borrow::Cow;

use super::{consistency, isolated, list, plain, total};
use crate::model::{
    AssumptionId, CouldLead, Finding, FindingKind, Mend, Method, NodeId, OptionId, Path, Scenario,
    Segment, SourceId, TeamId,
};

/// The sentence for a finding, with names as the scenario has them.
pub fn finding(scenario: &Scenario, finding: &Finding) -> String {
    let names = Names(scenario);
    match &finding.kind {
        FindingKind::NotWeighed(team) => not_weighed(&names.team(team)),
        FindingKind::LeftOut { team, node } => left_out(&names.team(team), &names.node(node)),
        FindingKind::NoSwing { team, node } => no_swing(&names.team(team), &names.node(node)),
        FindingKind::Stale { team, criterion, then, now } => {
            stale(&names.team(team), &names.node(criterion), *then, *now)
        }
        FindingKind::Cut { option, criterion, score, end } => {
            cut(&names.cell(finding.path.as_ref(), option, criterion), *score, *end)
        }
        FindingKind::NotMonotone(criterion) => not_monotone(&names.node(criterion)),
        FindingKind::MayLead { option, under } => may_lead(&names, option, under),
        FindingKind::NothingRanked { by, ruled_out, not_scored } => {
            nothing_ranked(&names, by, (*ruled_out, *not_scored))
        }
        FindingKind::NotApplicable { method, cells } => not_applicable(&names, *method, cells),
        FindingKind::RankReversal { method, left_out, ahead, behind } => format!(
            "By {} {} is ahead of {}, yet without {} it would be behind: that order depends on \
             what else is on the list.",
            super::method_name(*method),
            names.option(ahead),
            names.option(behind),
            names.option(left_out)
        ),
        FindingKind::MoreReversals { method, count } => more_reversals(*method, *count),
        FindingKind::NoDifference { team, criterion } => {
            no_difference(team.as_ref().map(|team| names.team(team)), &names.node(criterion))
        }
        FindingKind::DifferentBases { scores, ranges, must_haves } => {
            different_bases(&names, scores, ranges, must_haves)
        }
        FindingKind::AllOverride { option, criterion } => {
            all_override(&names.option(option), &names.node(criterion))
        }
        FindingKind::Inconsistent { team, ratio, mend } => {
            inconsistent(&names, team, *ratio, mend.as_ref())
        }
        FindingKind::OwnStands { team, option, criterion, without } => {
            own_stands(&names, (team, option, criterion), without)
        }
        FindingKind::SealBroken(team) => seal_broken(&names.team(team)),
        FindingKind::WeighedKnowing(team) => weighed_knowing(&names.team(team)),
        FindingKind::PassageNotFound(source) => passage_not_found(&names.source(source)),
        FindingKind::NoText(source) => no_text(&names.source(source), source),
        FindingKind::NoCriteria => "There are no criteria yet: add one.".to_owned(),
    }
}

fn own_stands(
    names: &Names,
    (team, option, criterion): (&TeamId, &OptionId, &NodeId),
    without: &[AssumptionId],
) -> String {
    let assumptions: Vec<String> =
        without.iter().map(|id| format!("“{}”", names.assumption(id))).collect();
    format!(
        "{} on {}: without {} the base score is another, but {} keeps its own. Say what its own is \
         then.",
        names.option(option),
        names.node(criterion),
        list(&assumptions),
        names.team(team)
    )
}

fn seal_broken(team: &str) -> String {
    format!(
        "The record of {team} isn't the one that was sealed: it was changed behind the seal. Compare \
         its code with the one on paper."
    )
}

fn weighed_knowing(team: &str) -> String {
    format!("The weights from {team} were given after totals had been shown.")
}

fn passage_not_found(source: &str) -> String {
    format!(
        "The passage isn't in the text of {source}: take it from the same page again, or look for \
         what was changed in it."
    )
}

fn no_text(source: &str, id: &SourceId) -> String {
    format!("There is no text of {source}: put it into the folder as {id}.txt.")
}

fn not_weighed(team: &str) -> String {
    format!(
        "The weights from {team} are still to come: the mean goes without them, and what is open \
         counts alike in its own view."
    )
}

fn left_out(team: &str, node: &str) -> String {
    format!(
        "No weight from {team} for {node} yet, though there is one beside it: its share is 0, and \
         the mean goes without {team} until it is given."
    )
}

fn no_swing(team: &str, node: &str) -> String {
    format!(
        "The points from {team} for {node} are ignored: the ends of that swing are worth the same, \
         or the wrong way round. Weigh it again."
    )
}

fn cut(cell: &str, score: f64, end: f64) -> String {
    format!("{cell}: {} lies beyond the observed range and counts as {}.", plain(score), plain(end))
}

fn no_difference(team: Option<Cow<str>>, criterion: &str) -> String {
    let by =
        team.map_or_else(|| "the base scores".to_owned(), |team| format!("the scores of {team}"));
    format!(
        "By {by} all options that aren't ruled out are worth the same on {criterion}: it adds the \
         same to each of their totals."
    )
}

fn more_reversals(method: Method, count: usize) -> String {
    let more = if count == 1 {
        "1 option more turns".to_owned()
    } else {
        format!("{count} options more turn")
    };
    format!(
        "By {} {more} others around by being left out; the first ten are listed.",
        super::method_name(method)
    )
}

fn different_bases(
    names: &Names,
    scores: &[(OptionId, NodeId)],
    ranges: &[NodeId],
    must_haves: &[NodeId],
) -> String {
    let criteria = |ids: &[NodeId]| {
        shown(&ids.iter().map(|id| names.node(id).into_owned()).collect::<Vec<_>>())
    };
    let cells = scores.iter().map(|(option, criterion)| {
        format!("{} on {}", names.option(option), names.node(criterion))
    });
    let differ = [
        (!scores.is_empty())
            .then(|| format!("base scores ({})", shown(&cells.collect::<Vec<_>>()))),
        (!ranges.is_empty()).then(|| format!("ranges ({})", criteria(ranges))),
        (!must_haves.is_empty()).then(|| format!("must-haves ({})", criteria(must_haves))),
    ];
    let differ: Vec<String> = differ.into_iter().flatten().collect();
    format!(
        "The files differ in {}: each team stands on those of its own file, and there is no mean.",
        list(&differ)
    )
}

/// The first few of many, and how many more there are.
fn shown(all: &[String]) -> String {
    const SHOWN: usize = 5;
    let mut shown: Vec<String> = all.iter().take(SHOWN).cloned().collect();
    if all.len() > SHOWN {
        shown.push(format!("{} more", all.len() - SHOWN));
    }
    list(&shown)
}

fn not_monotone(criterion: &str) -> String {
    format!(
        "The value function of {criterion} turns against its goal somewhere: right for an ideal \
         band, else a slip."
    )
}

fn may_lead(names: &Names, option: &OptionId, under: &[CouldLead]) -> String {
    let option = names.option(option);
    if let [only] = under {
        let whose = names.under(only.team.as_ref());
        return format!(
            "{option} is not fully scored and could still be first{whose}: its weighted sum could \
             be up to {}, where the best is {}.",
            total(only.high),
            total(only.best)
        );
    }
    let each = |under: &CouldLead| {
        let whose = names.under(under.team.as_ref());
        let (high, best) = (total(under.high), total(under.best));
        format!("{} (up to {high}, where the best is {best})", whose.trim_start())
    };
    let each: Vec<String> = under.iter().map(each).collect();
    format!("{option} is not fully scored and could still be first {}.", shown(&each))
}

fn all_override(option: &str, criterion: &str) -> String {
    format!(
        "Every team of the mean scores {option} on {criterion} in its own way: the base score \
         there, which the mean uses, is nobody’s."
    )
}

fn stale(team: &str, criterion: &str, then: (f64, f64), now: Option<(f64, f64)>) -> String {
    let span = |(worst, best): (f64, f64)| format!("from {} to {}", plain(worst), plain(best));
    let now = now.map_or_else(
        || "now nothing is scored there".to_owned(),
        |now| format!("its scale now runs {}", span(now)),
    );
    format!("{team} weighed {criterion} {}; {now}. Look at that weight again.", span(then))
}

fn inconsistent(names: &Names, team: &TeamId, ratio: f64, mend: Option<&Mend>) -> String {
    let mend = mend.map_or_else(String::new, |mend| {
        let (more, less) = (names.node(&mend.more), names.node(&mend.less));
        format!(" {}", consistency::mend(&more, &less, mend.times, mend.ratio))
    });
    format!(
        "The comparisons of {} contradict one another: consistency ratio {}, where up to {} is \
         usual.{mend}",
        names.team(team),
        consistency::ratio(ratio),
        consistency::usual()
    )
}

fn not_applicable(names: &Names, method: Method, cells: &[(OptionId, NodeId)]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|(option, criterion)| format!("{} on {}", names.option(option), names.node(criterion)))
        .collect();
    format!(
        "A score that isn't above zero bars {}, so it ranks nothing here: look at {}.",
        super::method_name(method),
        shown(&cells)
    )
}

fn nothing_ranked(
    names: &Names,
    by: &[Option<TeamId>],
    (ruled_out, not_scored): (usize, usize),
) -> String {
    let counted = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 option {what}")),
        _ => Some(format!("{count} options {what}")),
    };
    let parts: Vec<String> =
        [counted(ruled_out, "ruled out by a must-have"), counted(not_scored, "not fully scored")]
            .into_iter()
            .flatten()
            .collect();
    if names.0.criteria.is_empty() {
        "No option can be ranked without a criterion.".to_owned()
    } else if parts.is_empty() {
        "There are no options yet: add one.".to_owned()
    } else {
        let whose = names.by(by).map_or_else(
            || "No option can be ranked".to_owned(),
            |whose| format!("By {whose} no option can be ranked"),
        );
        format!("{whose}: {}.", list(&parts))
    }
}

/// The names of things, by id, as they stand in a sentence.
struct Names<'a>(&'a Scenario);

impl<'a> Names<'a> {
    fn team(&self, id: &'a TeamId) -> Cow<'a, str> {
        isolated(self.0.team(id).map_or(id.as_str(), |team| &team.name))
    }

    fn option(&self, id: &'a OptionId) -> Cow<'a, str> {
        isolated(self.0.option(id).map_or(id.as_str(), |option| &option.name))
    }

    fn source(&self, id: &'a SourceId) -> Cow<'a, str> {
        isolated(self.0.sources.get(id).map_or(id.as_str(), |source| &source.title))
    }

    fn assumption(&self, id: &'a AssumptionId) -> Cow<'a, str> {
        isolated(self.0.assumption(id).map_or(id.as_str(), |assumption| &assumption.name))
    }

    fn node(&self, id: &'a NodeId) -> Cow<'a, str> {
        let group = || self.0.group(id).map(|group| group.name.as_str());
        let criterion = self.0.criterion(id).map(|criterion| criterion.name.as_str());
        isolated(criterion.or_else(group).unwrap_or(id.as_str()))
    }

    /// Under whose weights, to stand behind a verb; nothing where there are no others.
    fn under(&self, team: Option<&'a TeamId>) -> String {
        match team {
            Some(team) => format!(" under the weights of {}", self.team(team)),
            None if self.0.open_teams().next().is_none() => String::new(),
            None => " under the mean weights".to_owned(),
        }
    }

    /// By whose scores; none where that is by all that there are.
    fn by(&self, by: &'a [Option<TeamId>]) -> Option<String> {
        let told: Vec<String> = by
            .iter()
            .map(|team| match team {
                Some(team) => format!("the scores of {}", self.team(team)),
                None => "the base scores".to_owned(),
            })
            .collect();
        (by.len() <= self.0.open_teams().count()).then(|| shown(&told))
    }

    /// A cell, with the team whose own score stands there.
    fn cell(&self, path: Option<&Path>, option: &'a OptionId, criterion: &'a NodeId) -> String {
        let cell = format!("{} on {}", self.option(option), self.node(criterion));
        let Some([Segment::Field("teams"), Segment::Key(id), ..]) = path.map(|path| &*path.0)
        else {
            return cell;
        };
        let team = TeamId::new(id).and_then(|id| self.0.team(&id));
        format!("{cell}, as scored by {}", isolated(team.map_or(id, |team| &team.name)))
    }
}
