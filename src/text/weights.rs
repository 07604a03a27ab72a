//! What the page of weights says.

use super::{isolated, list, plain};
use crate::evaluation::{SwingEnds, SwingSpread};
use crate::model::RankWeights;

/// A field that holds a weight, and the slider beside it.
pub fn weight_of(criterion: &str) -> String {
    format!("Weight of {criterion}")
}

/// A row for those who can't see it: the name, its share as it is shown, and whether that rests on
/// something given.
pub fn row(name: &str, percent: Option<&str>) -> String {
    match percent {
        Some(percent) => format!("{name} {percent}"),
        None => format!("{name}, {NOT_GIVEN}"),
    }
}

/// Why weights can't be changed here.
pub const MEAN_IS_DERIVED: &str =
    "The mean follows from the teams’ weights. Choose a team above to change its own.";

pub const NO_TEAMS: &str = "There are no teams in this scenario, so nobody has weighed.";
pub const KEPT_RECORD: &str = "Given by comparisons; the shares follow from them. The first weight \
                               given here would begin anew, after asking.";
pub const CLEAR_WEIGHTS: &str = "Clear the weights";

/// Holds a share, or lets it go.
pub fn hold(name: &str) -> String {
    format!("Hold the share of {name}")
}

pub fn let_go(name: &str) -> String {
    format!("Let the share of {name} go")
}

pub const SWING_QUESTION: &str = "Imagine every criterion at the worst end of its scale. Which one \
                                  would you lift to its best end first? That swing gets 100; \
                                  compare the others with it.";
pub const SLIDER_QUESTION: &str = "How much does each criterion matter, beside its neighbours?";
pub const SWING_POINTS: &str = "Swing points";
pub const SLIDERS: &str = "Sliders";
pub const ORDER_ONLY: &str = "Order only";
pub const ORDER_QUESTION: &str = "Which criterion matters most, which next? Up and Down move the \
                                  one that has the focus, = ties it with the one above.";
pub const ORDER_FORMULA: &str = "Shares follow from the places alone.";
pub const PLACE_HEAD: &str = "Place";
pub const RANK_WEIGHTS: &str = "How places become shares";
pub const PAIRWISE: &str = "Pairwise…";
pub const BEST_WORST: &str = "Best and worst…";
pub const PAIRS_NOTE: &str = "Which of the two matters more, and how many times as much? The \
                              middle is equally. Undo takes each step back.";
pub const BEST_WORST_NOTE: &str = "Name the one that matters most and the one that matters least, \
                                   then compare all others with these.";
pub const BEST: &str = "Matters most";
pub const WORST: &str = "Matters least";
pub const DONE: &str = "Done";

/// The way in which an order becomes shares.
pub fn rank_weights(way: RankWeights) -> &'static str {
    match way {
        RankWeights::RankOrderCentroid => "Rank-order centroid",
        RankWeights::RankSum => "Rank sum",
        RankWeights::RankReciprocal => "Rank reciprocal",
    }
}

/// A place in an order; a sign of equality where another shares it.
pub fn place(place: Option<(usize, bool)>) -> String {
    match place {
        None => super::NOTHING.to_owned(),
        Some((rank, true)) => format!("{} =", super::ordinal(rank)),
        Some((rank, false)) => super::ordinal(rank),
    }
}

pub fn rank_of(name: &str, place: &str) -> String {
    format!("Place of {}: {place}", isolated(name))
}

pub fn raise(name: &str) -> String {
    format!("Move {} up", isolated(name))
}

pub fn lower(name: &str) -> String {
    format!("Move {} down", isolated(name))
}

pub fn tie(name: &str) -> String {
    format!("Tie {} with the one above, or part them", isolated(name))
}

pub fn pairs_of(team: &str) -> String {
    format!("{} compares in pairs", isolated(team))
}

pub fn best_worst_of(team: &str) -> String {
    format!("{} compares with the best and the worst", isolated(team))
}

/// A pair with its ratio, for those who can't see the slider.
pub fn pair([a, b]: [&str; 2], ratio: f64) -> String {
    let (a, b) = (isolated(a), isolated(b));
    let times = |ratio: f64| plain((ratio * 100.0).round() / 100.0);
    match ratio {
        ratio if ratio > 1.0 => format!("{a} is {} times as important as {b}", times(ratio)),
        ratio if ratio < 1.0 => format!("{b} is {} times as important as {a}", times(1.0 / ratio)),
        _ => format!("{a} and {b} are equally important"),
    }
}

/// The ratio beside a slider.
pub fn ratio_in_words(ratio: f64) -> String {
    let more = if ratio >= 1.0 { ratio } else { 1.0 / ratio };
    let times = plain((more * 100.0).round() / 100.0);
    match ratio {
        ratio if ratio > 1.0 => format!("← {times} times"),
        ratio if ratio < 1.0 => format!("{times} times →"),
        _ => "equal".to_owned(),
    }
}

/// The button that makes a comparison what would mend the record.
pub fn set_so(more: &str, less: &str) -> String {
    format!("Compare {} with {} so", isolated(more), isolated(less))
}

pub fn best_over(best: &str) -> String {
    format!("How many times as important is {} as each?", isolated(best))
}

pub fn over_worst(worst: &str) -> String {
    format!("How many times as important is each as {}?", isolated(worst))
}

pub fn times_over(more: &str, less: &str) -> String {
    format!("{} over {}", isolated(more), isolated(less))
}

/// What the choice of the way is called.
pub const WAY: &str = "For all teams:";
pub const OTHER_WAY_NOTE: &str = "Given in another way. Those weights are kept until the first is \
                                  given in this one; the window asks then.";
pub const EQUAL_POINTS: &str = "Equal points";
pub const SWING_HEAD: &str = "Swing, from the worst end of the scale to the best";
pub const CRITERION_HEAD: &str = "Criterion, and the ends of its scale";
pub const POINTS: &str = "Points";
pub const SHARE_HEAD: &str = "Share of the total";
pub const LOCK_HEAD: &str = "Lock";
pub const PUT_IN_ORDER: &str = "Put in order";
pub const PUT_IN_ORDER_NOTE: &str = "The most points first. Rows stay where they are while points \
                                     are given.";
pub const SWING_FORMULA: &str = "Share = points ÷ length of the swing in value, scaled to 100 %.";
pub const SLIDER_FORMULA: &str = "Share = weight ÷ sum of the weights beside it.";
pub const NO_CRITERIA: &str = "There are no criteria yet.";
pub const NOTHING_TO_SPAN: &str = "no scores yet that count for the scale to run between";
pub const RANGE_CHANGED: &str = "range changed";
pub const RANGE_CHANGED_TITLE: &str = "Range changed";
pub const RANKING_HIDDEN: &str = "The ranking is hidden until the workshop shows totals.";
pub const KEEP: &str = "Keep";
pub const KEEP_NOTE: &str =
    "Keeps the number for the range that there is now; the share follows from it";
pub const WHY_HINT: &str = "Why this weight";
pub const NOT_GIVEN: &str = "not given yet";
pub const LIVE_RANKING: &str = "Live ranking";
pub const AGAINST_EQUAL: &str = "totals from 0 to 10 · moves against equal weights";

/// Whose weights a heading speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    Team(&'a str),
    /// The mean of those that have weighed and lie open, of all that there are.
    Mean {
        weighed: &'a [&'a str],
        teams: usize,
    },
    NoTeams,
}

/// How the criteria's shares lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heaviest<'a> {
    NoCriteria,
    /// There is one criterion.
    Only(&'a str),
    /// One of several has everything.
    Everything(&'a str),
    /// These have the most and the same, each so much as it is shown; others have less.
    Most(&'a [&'a str], &'a str),
    /// All have the same, each so much as it is shown.
    Alike(&'a str),
}

/// What weighs most, in a sentence that is true of the shares.
pub fn heading(whose: Whose, heaviest: Heaviest) -> String {
    match heaviest {
        Heaviest::NoCriteria => "There is nothing to weigh yet".to_owned(),
        Heaviest::Only(name) => format!("{} is the only criterion", isolated(name)),
        _ if whose.is_nobody() => nobody(whose, heaviest),
        Heaviest::Everything(name) => {
            format!("{} has all the weight {}", isolated(name), whose.told())
        }
        Heaviest::Most([name], share) => {
            format!("{} weighs most {}: {share}", isolated(name), whose.told())
        }
        Heaviest::Most(names, share) => {
            let names: Vec<_> = names.iter().map(|name| isolated(name)).collect();
            format!("{} weigh most {}: {share} each", list(&names), whose.told())
        }
        Heaviest::Alike(share) => {
            format!("All criteria weigh the same {}: {share} each", whose.told())
        }
    }
}

/// A heading where another criterion beside the heaviest has more points: old weights, given for a
/// swing of another length.
pub fn though_points(heading: &str, other: &str) -> String {
    format!("{heading}; {} has the most points, for a longer swing", isolated(other))
}

impl Whose<'_> {
    /// Equal weights stand in for weights that nobody gave.
    fn is_nobody(self) -> bool {
        matches!(self, Self::NoTeams | Self::Mean { weighed: [], .. })
    }

    fn told(self) -> String {
        match self {
            Self::Team(name) => format!("for {}", isolated(name)),
            Self::Mean { weighed: [only], teams: 1 } => {
                format!("for {}, the only team", isolated(only))
            }
            Self::Mean { weighed: [only], .. } => {
                format!("for {}, the only team whose weights count so far", isolated(only))
            }
            Self::Mean { weighed, teams } if weighed.len() == teams => {
                format!("in the mean of all {teams} teams")
            }
            Self::Mean { weighed, teams } => {
                format!("in the mean of the {} of {teams} teams that count so far", weighed.len())
            }
            Self::NoTeams => String::new(),
        }
    }
}

/// What stands where nobody's weights count.
fn nobody(whose: Whose, heaviest: Heaviest) -> String {
    let so = match heaviest {
        Heaviest::Alike(_) => "all criteria weigh the same",
        _ => "what stands in one list weighs the same",
    };
    match whose {
        Whose::NoTeams => format!("There are no teams: {so}"),
        _ => format!("No team’s weights count yet: {so}"),
    }
}

pub fn not_weighed(team: &str) -> String {
    format!("No weights from {} yet", isolated(team))
}

/// How far a team at work has come: `3 of 6 given`.
pub fn given_of(given: usize, of: usize) -> String {
    format!("{given} of {of} given")
}

/// The same as a heading.
pub fn at_work(team: &str, given: usize, of: usize) -> String {
    format!("{}: {}", isolated(team), given_of(given, of))
}

/// All that was asked for is given, and all of it is nothing.
pub fn all_nothing(team: &str) -> String {
    format!("{}: something has to weigh more than 0", isolated(team))
}

/// An end of a swing: its score, and what stands there in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    pub score: String,
    pub meaning: String,
}

impl End {
    pub fn new(score: f64, meaning: &str) -> Self {
        Self { score: plain(score), meaning: meaning.to_owned() }
    }
}

/// The worst end of a swing: `from 8 Complete withdrawal`.
pub fn from_end(worst: &End) -> String {
    format!("from {} {}", worst.score, worst.meaning).trim_end().to_owned()
}

/// The best end: `to 3 Reduced presence`.
pub fn to_end(best: &End) -> String {
    format!("to {} {}", best.score, best.meaning).trim_end().to_owned()
}

/// A whole swing, for where it isn't cut.
pub fn swing(worst: &End, best: &End) -> String {
    format!("{} {}", from_end(worst), to_end(best))
}

/// What stands in place of a swing where there is none; none where there is one.
pub fn no_swing(ends: &SwingEnds) -> Option<String> {
    match ends.spread {
        SwingSpread::Apart => None,
        SwingSpread::OneScore => {
            Some(format!("{} for {}: there is no swing", plain(ends.worst.score), standing(ends)))
        }
        SwingSpread::Level => Some("every score is worth the same: there is no swing".to_owned()),
    }
}

/// The options that stand on a scale, of all that there are.
fn standing(ends: &SwingEnds) -> String {
    let that = match (ends.missing, ends.ruled_out) {
        (0, 0) => "",
        (0, _) => " that isn’t ruled out",
        (_, 0) => " that is scored",
        _ => " that is scored and isn’t ruled out",
    };
    let all = if ends.stands.len() == 1 { "the only" } else { "every" };
    format!("{all} option{that}")
}

/// What a group's points are for.
pub fn swing_of_group(children: usize) -> String {
    match children {
        1 => "what stands below it, from its worst to its best".to_owned(),
        2 => "both of the two below it, from their worst to their best".to_owned(),
        count => format!("all {count} below it, from their worst to their best"),
    }
}

/// How many places an option went up (positive) or down.
pub fn moved(places: i64) -> String {
    match places {
        0 => String::new(),
        up if up > 0 => format!("up {up}"),
        down => format!("down {}", -down),
    }
}

/// A field for why a team gives a weight.
pub fn reason_of(criterion: &str) -> String {
    format!("Reason for the weight of {criterion}")
}

/// How much of a criterion's scale the options lie on.
pub fn strip(criterion: &str, options: usize, missing: usize) -> String {
    let standing = match options {
        0 => return format!("No option has a score on the scale of {criterion} yet"),
        1 => format!("Where one option stands on the scale of {criterion}"),
        count => format!("Where {count} options stand on the scale of {criterion}"),
    };
    match missing {
        0 => standing,
        1 => format!("{standing}; one isn’t scored"),
        count => format!("{standing}; {count} aren’t scored"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::{EndsMadeBy, Stand, SwingEnd};

    #[test]
    fn a_heading_says_whose_weights_and_is_true_of_ties() {
        let most = |whose, names: &[&str]| heading(whose, Heaviest::Most(names, "34 %"));
        let two = ["Cost", "Time"];
        assert_eq!(
            most(Whose::Team("Residents"), &two[..1]),
            "Cost weighs most for Residents: 34 %"
        );
        assert_eq!(
            most(Whose::Team("Residents"), &two),
            "Cost and Time weigh most for Residents: 34 % each"
        );
        let mean = |weighed, teams| most(Whose::Mean { weighed, teams }, &two[..1]);
        assert_eq!(mean(&["A", "B"], 2), "Cost weighs most in the mean of all 2 teams: 34 %");
        assert_eq!(
            mean(&["A", "B"], 3),
            "Cost weighs most in the mean of the 2 of 3 teams that count so far: 34 %"
        );
        assert_eq!(mean(&["A"], 1), "Cost weighs most for A, the only team: 34 %");
        assert_eq!(
            mean(&["A"], 2),
            "Cost weighs most for A, the only team whose weights count so far: 34 %"
        );
    }

    #[test]
    fn nobody_is_said_to_weigh_where_nobodys_weights_count() {
        for whose in [Whose::NoTeams, Whose::Mean { weighed: &[], teams: 2 }] {
            for heaviest in [
                Heaviest::Alike("17 %"),
                Heaviest::Most(&["Cost"], "50 %"),
                Heaviest::Everything("Cost"),
            ] {
                let told = heading(whose, heaviest);
                assert!(told.contains("weigh"), "{told}");
                assert!(
                    !told.contains('%') && !told.contains("mean") && !told.contains("Cost"),
                    "{told}"
                );
            }
        }
        assert_eq!(
            heading(Whose::Mean { weighed: &[], teams: 2 }, Heaviest::Alike("17 %")),
            "No team’s weights count yet: all criteria weigh the same"
        );
    }

    #[test]
    fn a_swing_tells_both_ends_with_what_is_written_there() {
        let (worst, best) = (End::new(10.0, "another 2014"), End::new(0.0, "work for the police"));
        assert_eq!(swing(&worst, &best), "from 10 another 2014 to 0 work for the police");
        assert_eq!(swing(&End::new(0.0, ""), &End::new(2.5, "")), "from 0 to 2.5");
    }

    #[test]
    fn no_swing_is_told_of_those_whom_it_holds_for() {
        let end = SwingEnd { score: 4.0, anchor: None, option: None };
        let told = |spread, count: usize, missing, ruled_out| {
            let stand = |option| Stand { option, score: 4.0, place: 1.0 };
            let stands = (0..count).map(stand).collect();
            let (worst, best, made_by) = (end.clone(), end.clone(), EndsMadeBy::Options);
            no_swing(&SwingEnds { worst, best, made_by, spread, stands, missing, ruled_out })
        };
        let one = |count, missing, ruled_out| {
            let told = told(SwingSpread::OneScore, count, missing, ruled_out).unwrap();
            told.strip_suffix(": there is no swing").unwrap().to_owned()
        };
        assert_eq!(one(3, 0, 0), "4 for every option");
        assert_eq!(one(1, 0, 0), "4 for the only option");
        assert_eq!(one(2, 0, 1), "4 for every option that isn’t ruled out");
        assert_eq!(one(1, 2, 0), "4 for the only option that is scored");
        assert_eq!(one(2, 1, 1), "4 for every option that is scored and isn’t ruled out");
        let level = "every score is worth the same: there is no swing";
        assert_eq!(told(SwingSpread::Level, 3, 0, 1).as_deref(), Some(level));
        assert_eq!(told(SwingSpread::Apart, 3, 0, 0), None);
    }

    #[test]
    fn a_strip_counts_those_that_it_shows_and_those_that_it_can_not() {
        assert_eq!(strip("Cost", 3, 0), "Where 3 options stand on the scale of Cost");
        assert_eq!(
            strip("Cost", 1, 2),
            "Where one option stands on the scale of Cost; 2 aren’t scored"
        );
        assert_eq!(strip("Cost", 0, 4), "No option has a score on the scale of Cost yet");
    }
}
