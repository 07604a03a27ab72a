//! What a decision of several teams turns on, and what would bring them together, in sentences that
//! are true in every case.

use super::apportion::apportion;
use super::bound::Bound;
use super::counts::{capital, counted, in_words};
use super::critical::enough_within;
use super::first_places::LeftOut;
use super::{isolated, list, plain, total};
use crate::analysis::{Crux, Point, Ranking, Regret, TIE};
use crate::evaluation::{
    Mend, MendedOption, Rescored, Road, TeamWay, Together, TurnsOn, Way, WeighedTeam,
};
use crate::model::{Alternative, Criterion, Scenario};

pub const SIDE_BY_SIDE: &str = "Side by side";
pub const TURNS_ON: &str = "What it turns on";
pub const DISAGREEMENT: &str = "disagreement × power";
pub const NOTHING_MOVES: &str = "Nothing that the teams disagree on lies between first choices.";
pub const LOSSES: &str = "What each team would lose";
pub const LOSSES_NOTE: &str = "of ten, against its own best";
pub const WORST: &str = "worst";
pub const NO_LOSSES: &str = "No option is ranked by every team that counts.";
pub const ROAD: &str = "Shortest road to agreement";
pub const MEND: &str = "Mend the option";
pub const MEND_NOTE: &str = "by base scores, so that it is first for all";
pub const LEAST_CHANGE: &str = "least change";
pub const INSIDE: &str = "inside the stated ranges";
pub const NOTHING_TO_BRING: &str = "Nothing to bring together.";
pub const NO_CHANGE: &str = "no change does it";
pub const FIRST_ALREADY: &str = "first already";
/// Whom a sentence counts where an option lacks scores.
pub(super) const OF_SCORED: &str = ", of the options fully scored";
pub const OTHERS: &str = "To others:";
const BY_NO_WEIGHTS: &str = "by no weights";
pub const NO_WEIGHTS: &str = "By weights alone the teams can’t be brought to it.";
pub const TRY_ON_COPY: &str = "Try on a copy";
pub const TRY_ON_COPY_NOTE: &str = "Opens a copy of the scenario with these scores, not saved yet";
pub const GO_TO_CELL: &str = "Go to the cell";

fn option(scenario: &Scenario, index: usize) -> String {
    isolated(scenario.options.get(index).map_or("", Alternative::label)).into_owned()
}

fn criterion(scenario: &Scenario, index: usize) -> String {
    isolated(scenario.criteria.get(index).map_or("", Criterion::label)).into_owned()
}

fn mend_of(found: &TurnsOn, option: usize) -> Option<&Mend> {
    found.mends.iter().find(|it| it.option == option)?.freely.as_ref()
}

fn way_of(found: &TurnsOn, option: usize) -> Option<&Way> {
    found.roads.iter().find(|it| it.option == option)?.way.as_ref()
}

/// What would bring all teams to one option, as a heading; who puts what first, as `firsts` says
/// it, where they agree or there is nobody to bring together.
pub fn heading(scenario: &Scenario, found: &TurnsOn, firsts: String) -> String {
    let count = found.teams.len();
    let all = if count == 2 { "both".to_owned() } else { format!("all {}", in_words(count)) };
    let teams = format!("{all} teams{}", LeftOut::of(scenario, count).rest(count));
    let (what, to) = match found.together {
        Together::Nobody | Together::Agreed(_) => return firsts,
        Together::ByNothing => {
            return format!("No option comes first for {teams} by weights or its own scores alone");
        }
        Together::ByWeights(to) => {
            (format!("{} of weight", way_of(found, to).map(points_of).unwrap_or_default()), to)
        }
        Together::ByOneScore(to) | Together::ByScores(to) => {
            let scores = mend_of(found, to).map_or(0, |mend| mend.scores.len());
            (capital(&counted_scores(scores)), to)
        }
    };
    // Under other shares any of them might lead.
    let is_open = found.teams.iter().any(|team| !team.ranking().not_scored.is_empty());
    let scored = if is_open { OF_SCORED } else { "" };
    format!("{what} would bring {teams} to {}{scored}", option(scenario, to))
}

fn counted_scores(count: usize) -> String {
    format!("{} score{}", in_words(count), if count == 1 { "" } else { "s" })
}

/// How: below the heading. The other way beside it.
pub fn note(scenario: &Scenario, found: &TurnsOn) -> Option<String> {
    match found.together {
        Together::Nobody | Together::Agreed(_) | Together::ByNothing => None,
        Together::ByOneScore(to) | Together::ByScores(to) => {
            let by_weights = match way_of(found, to) {
                Some(way) => {
                    format!("By weights alone, {} would have to move.", points_of(way))
                }
                None => "No weights do.".to_owned(),
            };
            Some(format!("{} {by_weights}", if_scores(scenario, mend_of(found, to)?)))
        }
        Together::ByWeights(to) => Some(match mend_of(found, to) {
            Some(mend) => or_scores(scenario, mend),
            None => "No change of its scores alone does.".to_owned(),
        }),
    }
}

/// `If its Cost were 3.4 instead of 6.`
fn if_scores(scenario: &Scenario, mend: &Mend) -> String {
    format!("If its {}.", scores_instead(scenario, mend, "were"))
}

/// `By its scores alone: Cost 3.4 instead of 6 and Time 7 instead of 2.`
fn or_scores(scenario: &Scenario, mend: &Mend) -> String {
    format!("By its scores alone: {}.", scores_instead(scenario, mend, ""))
}

fn scores_instead(scenario: &Scenario, mend: &Mend, verb: &str) -> String {
    let told = mend.scores.iter().filter_map(|score| {
        let about = scenario.criteria.get(score.criterion)?;
        let verb = if verb.is_empty() { String::new() } else { format!("{verb} ") };
        let (name, to) = (isolated(about.label()), score_only(about, score));
        Some(format!("{name} {verb}{to} instead of {}", plain(score.from)))
    });
    list(&told.collect::<Vec<_>>())
}

/// Points of weight that are enough for a team: `13.4 points`.
pub fn points(points: f64) -> String {
    counted_tenths(tenths(points))
}

/// The same for all teams: the sum of what is told of each, so that they add up.
fn points_of(way: &Way) -> String {
    counted_tenths(tenths_of(way))
}

fn tenths_of(way: &Way) -> u32 {
    way.teams.iter().map(|team| tenths(team.points)).sum()
}

fn counted_tenths(tenths: u32) -> String {
    format!("{} point{}", plain(f64::from(tenths) / 10.0), if tenths == 10 { "" } else { "s" })
}

/// Points of weight in tenths, as many as are enough.
fn tenths(points: f64) -> u32 {
    (Bound::AtLeast(points).rounded(1) * 10.0).round() as u32
}

/// What a disagreement is about: `Sovereignty`, `Kurdish focus × Cost`.
pub fn crux_name(scenario: &Scenario, crux: &Crux) -> String {
    match crux.point {
        Point::Share(at) => criterion(scenario, at),
        Point::Score(of, at) => format!("{} × {}", option(scenario, of), criterion(scenario, at)),
    }
}

/// The two ends of a disagreement as they are shown; shares in per cents, whole where these tell
/// them apart.
pub fn crux_ends(crux: &Crux, percents: [u32; 2]) -> [String; 2] {
    let numbers = crux.ends.map(|end| end.number);
    match crux.point {
        Point::Share(_) => super::compare::shares(numbers, percents),
        Point::Score(..) => super::compare::scores(numbers.map(Some)),
    }
}

/// A disagreement for those who can't see its marks.
pub fn crux(scenario: &Scenario, crux: &Crux, ends: &[String; 2], teams: [&str; 2]) -> String {
    let [a, b] = teams.map(isolated);
    format!(
        "{}: from {} for {a} to {} for {b}, moves {} of ten",
        crux_name(scenario, crux),
        ends[0],
        ends[1],
        total(crux.moves)
    )
}

/// Whether a disagreement moves as much as can be seen.
pub fn is_felt(crux: &Crux) -> bool {
    crux.moves > TIE
}

/// With what the worst-off team loses least.
pub fn least_worst(scenario: &Scenario, regret: &Regret) -> String {
    let names: Vec<String> = regret.least.iter().map(|at| option(scenario, *at)).collect();
    let place = regret.options.iter().position(|it| regret.least.first() == Some(it));
    let worst = place.and_then(|place| regret.worst.get(place)).copied().unwrap_or(0.0);
    let named = list(&names);
    match regret.losses.len() {
        1 if worst <= TIE => format!("With {named} it loses nothing."),
        _ if worst <= TIE => format!("With {named} no team loses anything."),
        _ => {
            let each = match names.len() {
                1 => "",
                2 => " with either",
                _ => " with each",
            };
            let worst = total(worst);
            format!("With {named} the worst-off team loses least, {worst} of ten{each}.")
        }
    }
}

/// Who is first by the mean, beside that.
pub fn first_by_mean(scenario: &Scenario, ranking: &Ranking) -> Option<String> {
    let names: Vec<String> =
        ranking.winners().map(|winner| option(scenario, winner.option)).collect();
    let scored = if ranking.may_lead().next().is_some() { OF_SCORED } else { "" };
    match names.as_slice() {
        [] => None,
        [only] => Some(format!("By mean weights and base scores {only} is first{scored}.")),
        several => {
            let named = list(several);
            Some(format!("By mean weights and base scores {named} are level{scored}."))
        }
    }
}

/// An option's losses for those who can't see the table.
pub fn losses(option: &str, worst: f64, teams: &[(&str, f64)]) -> String {
    let told: Vec<String> =
        teams.iter().map(|(team, loss)| format!("{} {}", isolated(team), total(*loss))).collect();
    format!("{}: at worst {} of ten; {}", isolated(option), total(worst), list(&told))
}

/// Which option the ways lead to.
pub fn to_option(option: &str) -> String {
    format!("To {}", isolated(option))
}

/// `by weights: 25.1 points, three teams move`.
pub fn road_note(way: &Way) -> String {
    let moving = way.teams.iter().filter(|team| !team.changes.is_empty()).count();
    let verb = if moving == 1 { "moves" } else { "move" };
    let team = if moving == 1 { "team" } else { "teams" };
    format!("by weights: {}, {} {team} {verb}", points_of(way), in_words(moving))
}

/// What a criterion gives or gets: its index, and points of 100 as they are shown.
pub type MovedPart = (usize, String);

/// What a team's shares that fall give, and what those that rise get, the most first, in tenths of
/// a point that add up to what is told of the team.
pub fn moved_parts(way: &TeamWay) -> [Vec<MovedPart>; 2] {
    [-1.0, 1.0].map(|sign| {
        let changes = way.changes.iter().copied();
        let mut parts: Vec<(usize, f64)> =
            changes.filter(|(_, change)| change * sign > 0.0).collect();
        parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let sizes: Vec<f64> = parts.iter().map(|(_, change)| change.abs()).collect();
        let shown = apportion(&sizes, tenths(way.points));
        let shown = shown.into_iter().map(|tenths| plain(f64::from(tenths) / 10.0));
        parts.into_iter().map(|(criterion, _)| criterion).zip(shown).collect()
    })
}

/// What a team moves, for those who can't see the arrow: `White House, 13.4 points: Militia
/// exposure −11.5 and Sovereignty −1.9; Syria mission +13.4`.
pub fn team_moves(scenario: &Scenario, team: &str, way: &TeamWay) -> String {
    let told = |sign: &str, parts: &[MovedPart]| {
        let told =
            parts.iter().map(|(at, part)| format!("{} {sign}{part}", criterion(scenario, *at)));
        list(&told.collect::<Vec<_>>())
    };
    let [from, to] = moved_parts(way);
    let (from, to) = (told("−", &from), told("+", &to));
    format!("{}, {}: {from}; {to}", isolated(team), points(way.points))
}

/// What the arrow from and to the largest doesn't say: `1.9 of them from Sovereignty`.
pub fn rest_of_move(scenario: &Scenario, [from, to]: &[Vec<MovedPart>; 2]) -> String {
    let told = |word: &str, parts: &[MovedPart]| -> Vec<String> {
        let rest = parts.iter().skip(1);
        rest.map(|(at, part)| format!("{part} of them {word} {}", criterion(scenario, *at)))
            .collect()
    };
    let all: Vec<String> = told("from", from).into_iter().chain(told("to", to)).collect();
    all.join(", ")
}

/// Teams that have nothing to move.
pub fn stays(teams: &[&str]) -> String {
    let names: Vec<_> = teams.iter().map(|team| isolated(team)).collect();
    format!("{}: nothing to move.", list(&names))
}

/// What the roads to the other options take, each by itself: `Kurdish focus 39.6`, `Two-phase plan
/// by no weights`.
pub fn each_other_road(scenario: &Scenario, found: &TurnsOn, chosen: usize) -> Vec<String> {
    let told = |road: &Road| {
        let name = option(scenario, road.option);
        match &road.way {
            Some(way) => format!("{name} {}", plain(f64::from(tenths_of(way)) / 10.0)),
            None => format!("{name} {BY_NO_WEIGHTS}"),
        }
    };
    found.roads.iter().filter(|road| road.option != chosen).map(told).collect()
}

/// The same as a sentence.
pub fn other_roads(scenario: &Scenario, found: &TurnsOn, chosen: usize) -> Option<String> {
    let each = each_other_road(scenario, found, chosen);
    (!each.is_empty()).then(|| format!("To {}.", each.join(", ")))
}

/// How much of a change of scores is enough, and of how many: `2.7` and `1 score`.
pub fn change(mend: &Mend) -> (String, String) {
    if mend.scores.is_empty() {
        return ("0".to_owned(), FIRST_ALREADY.to_owned());
    }
    let shown = Bound::AtLeast(mend.change * 10.0).with_decimals(1);
    (shown, counted(mend.scores.len(), "score"))
}

/// A change in words: `2 scores: Cost 3 instead of 5 and Time 7 instead of 2`. What they add up to
/// isn't said beside them, as each is rounded by itself.
pub fn change_in_words(scenario: &Scenario, mend: &Mend) -> String {
    let (_, many) = change(mend);
    if mend.scores.is_empty() {
        return many;
    }
    format!("{many}: {}", scores_instead(scenario, mend, ""))
}

/// Why an option can't be mended: what keeps a team from ranking it, or that no change is enough.
pub fn unmended(scenario: &Scenario, teams: &[WeighedTeam], index: usize) -> String {
    let name = |team: &WeighedTeam| isolated(team.result().team.label()).into_owned();
    let of = |is_so: &dyn Fn(&WeighedTeam) -> bool| -> Vec<String> {
        teams.iter().filter(|team| is_so(team)).map(name).collect()
    };
    let ruled_out = of(&|team| team.ranking().ruled_out.iter().any(|it| it.option == index));
    let not_scored = of(&|team| team.ranking().not_scored.iter().any(|it| it.option == index));
    let whose = |names: &[String]| {
        if names.len() == teams.len() { String::new() } else { format!(" for {}", list(names)) }
    };
    match () {
        () if scenario.options.get(index).is_none() => String::new(),
        () if !ruled_out.is_empty() => format!("ruled out{}", whose(&ruled_out)),
        () if !not_scored.is_empty() => format!("not scored{}", whose(&not_scored)),
        () => NO_CHANGE.to_owned(),
    }
}

/// An option's mends for those who can't see the table.
pub fn mended(scenario: &Scenario, teams: &[WeighedTeam], found: &MendedOption) -> String {
    let told = |mend: Option<&Mend>| match mend {
        None => unmended(scenario, teams, found.option),
        Some(mend) => change_in_words(scenario, mend),
    };
    let name = option(scenario, found.option);
    let (freely, inside) = (told(found.freely.as_ref()), told(found.inside.as_ref()));
    if freely == inside {
        format!("{name}: {freely}")
    } else {
        format!("{name}: {freely}; {INSIDE}: {inside}")
    }
}

/// A score that is enough, by itself: one that stays where it may lie.
pub fn score_only(about: &Criterion, score: &Rescored) -> String {
    enough_within(about, score.from, score.to, score.within)
}

/// A score that is enough, and what it is now: `Cost 3.4, not 6`.
pub fn rescored(about: &Criterion, score: &Rescored) -> String {
    let to = score_only(about, score);
    format!("{} {to}, not {}", isolated(about.label()), plain(score.from))
}
