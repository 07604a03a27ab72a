//! Faults in sentences: what is wrong, what was expected, what to do. Where it stands and that
//! nothing was changed is said beside them by whoever shows them.

use super::form::{self, suggestion};
use super::{list, one_line, plain};
use crate::evaluation::Withheld;
use crate::model::{
    FORMAT, Fault, FaultKind, Limit, MARKING_LIMIT, RecordFault, Reference, Refusal, SHORT_LIMIT,
    Scenario, TeamId,
};

/// The sentence for a fault, its path ahead of it where it has one.
pub fn fault(fault: &Fault) -> String {
    let sentence = kind(&fault.kind);
    let told = match &fault.path {
        Some(path) => format!("{path}: {sentence}"),
        None => sentence,
    };
    one_line(&told)
}

/// Why an edit of a document was not made.
pub fn refusal(scenario: &Scenario, refusal: &Refusal) -> String {
    let reason = match refusal {
        Refusal::Gone(of, id) => format!("there is no {} `{id}` any more.", reference(*of)),
        Refusal::Sealed(teams) => sealed(scenario, teams),
        Refusal::Breaks(faults) => {
            faults.iter().map(|fault| kind(&fault.kind)).next().unwrap_or_default()
        }
    };
    format!("Not done: {} Nothing was changed.", one_line(&reason))
}

/// Why a document isn't written as it is: a rule that it breaks.
pub fn unwritable(fault: &Fault) -> String {
    let place = fault.path.as_ref().map(|path| format!("{path}: ")).unwrap_or_default();
    format!("{place}{}", one_line(&kind(&fault.kind)))
}

/// That an edit could touch sealed records; the same whatever they hold.
fn sealed(scenario: &Scenario, teams: &[TeamId]) -> String {
    let names: Vec<String> =
        teams.iter().map(|id| format!("“{}”", team_name(scenario, id))).collect();
    let (who, whose) = if names.len() == 1 {
        (format!("team {} is", list(&names)), "its record")
    } else {
        (format!("teams {} are", list(&names)), "their records")
    };
    format!("{who} sealed until the round is opened, and this could change {whose}.")
}

/// Why a team's numbers aren't shown.
pub fn withheld(withheld: &Withheld) -> String {
    match withheld {
        Withheld::NoSuchTeam(team) => format!("there is no team `{team}`."),
        Withheld::Sealed(team) => format!("team `{team}` is sealed until the round is opened."),
    }
}

/// The same with names, for those who look at the window.
pub fn withheld_named(scenario: &Scenario, withheld: &Withheld) -> String {
    match withheld {
        Withheld::NoSuchTeam(team) => format!("There is no team “{team}”."),
        Withheld::Sealed(team) => format!(
            "What {} weighed is sealed until the round is opened.",
            team_name(scenario, team)
        ),
    }
}

/// The name of a team; its id where the document has no such team.
fn team_name<'a>(scenario: &'a Scenario, id: &'a TeamId) -> &'a str {
    scenario.team(id).map_or(id.as_str(), |team| &team.name)
}

fn kind(kind: &FaultKind) -> String {
    match kind {
        FaultKind::NotRead(reason) => format!("the file can't be read: {reason}."),
        FaultKind::NotKept => "what was kept of it is no longer there, or is damaged.".to_owned(),
        FaultKind::NotAFile => {
            "the file can't be read: it is a folder, a device or a pipe. Name a \
                                scenario file, or read from standard input."
                .to_owned()
        }
        FaultKind::Limit(limit) => over_limit(*limit),
        FaultKind::Syntax(fault) => form::syntax(fault),
        FaultKind::Type(fault) => form::wrong_type(fault),
        FaultKind::NewerFormat(found) => format!(
            "the file is of format {found}, made by a newer Mizan; this one reads formats up to \
             {FORMAT}. Open it with that one."
        ),
        FaultKind::NoSuchFormat(found) => {
            format!("there is no format `{found}`; this Mizan reads and writes format {FORMAT}.")
        }
        FaultKind::UnknownId { of, id, nearest } => {
            format!("there is no {} `{id}`{}", reference(*of), suggestion(nearest.as_deref()))
        }
        FaultKind::RepeatedId(id) => {
            format!("the id `{id}` stands twice; every id of a list stands once. Rename one.")
        }
        FaultKind::MalformedId(id) => {
            format!("`{id}` is no id: it takes 1 to 64 of the characters a–z, 0–9 and -.")
        }
        FaultKind::ReservedTeam(id) => {
            format!("no team may be called `{id}`: the word means the teams together. Rename it.")
        }
        FaultKind::RepeatedRound(name) => {
            format!("the round `{name}` stands twice; names of rounds differ. Rename one.")
        }
        FaultKind::RepeatedLetter(letter) => format!(
            "another option has the letter {letter}; letters differ. Give it another, or leave it \
             out."
        ),
        FaultKind::GroupCycle(groups) => format!(
            "the groups {} lie inside one another in a circle. Take one of them out.",
            quoted(groups)
        ),
        FaultKind::OutsideRange { found, min, max } => outside_range(*found, *min, *max),
        FaultKind::LowAboveScore { low, score } => {
            format!("the low end {} lies above the score {}.", plain(*low), plain(*score))
        }
        FaultKind::HighBelowScore { high, score } => {
            format!("the high end {} lies below the score {}.", plain(*high), plain(*score))
        }
        FaultKind::NegativeWeight(weight) => {
            format!("the weight {} is negative; weights are 0 or more.", plain(*weight))
        }
        FaultKind::AllZero(ids) => all_zero("weights", ids),
        FaultKind::Record(fault) => record(fault),
        FaultKind::EmptyText => EMPTY_TEXT.to_owned(),
        FaultKind::EmptyPlace => EMPTY_PLACE.to_owned(),
        FaultKind::EvidenceInRound => EVIDENCE_IN_ROUND.to_owned(),
        FaultKind::InSealedRecord => IN_SEALED_RECORD.to_owned(),
        FaultKind::Withheld { expected, .. } => form::withheld(expected.as_ref()),
        form => out_of_form(form),
    }
}

const EMPTY_TEXT: &str = "it is empty; a name or title needs at least one character.";
const EMPTY_PLACE: &str = "a place of the ranking is empty; each holds at least one id.";
const EVIDENCE_IN_ROUND: &str = "a closed round keeps scores without evidence; take it out.";
const IN_SEALED_RECORD: &str =
    "a rule is broken inside this sealed record; which, is told once it is opened.";

fn outside_range(found: f64, min: f64, max: f64) -> String {
    format!(
        "{} lies outside the criterion's range, {} to {}.",
        plain(found),
        plain(min),
        plain(max)
    )
}

fn out_of_form(kind: &FaultKind) -> String {
    match kind {
        FaultKind::EmptyRange { min, max } => {
            format!(
                "the range runs from {} to {}; its min lies below its max.",
                plain(*min),
                plain(*max)
            )
        }
        FaultKind::TooFewPoints(found) => format!(
            "a piecewise value function takes at least two points; here {} found.",
            were(*found)
        ),
        FaultKind::PointsDontRise { before, x } => {
            format!("the x of the points must rise; {} follows {}.", plain(*x), plain(*before))
        }
        FaultKind::ValueOutside(v) => format!("the value {} lies outside 0 to 1.", plain(*v)),
        FaultKind::Thresholds => "the thresholds must hold 0 ≤ q ≤ p, p > 0, s > 0.".to_owned(),
        FaultKind::VikorOutside(v) => format!("VIKOR's v is {}; it lies in 0 to 1.", plain(*v)),
        FaultKind::NumberOutOfForm(found) => {
            format!("{found} is none of the whole numbers 1 to 8.")
        }
        FaultKind::LetterOutOfForm(found) => {
            format!("`{found}` is no letter of an option: one to three of A–Z.")
        }
        FaultKind::ShortTooLong(found) => {
            format!("it has {found} characters; a `short` has at most {SHORT_LIMIT}.")
        }
        FaultKind::MarkingOutOfForm(found) => format!(
            "the marking has {found} characters; it is one line of at most {MARKING_LIMIT}."
        ),
        FaultKind::HashOutOfForm { digits } => {
            format!("it takes {digits} hexadecimal digits in lower case (0–9, a–f).")
        }
        FaultKind::WordsOutOfForm(found) => {
            format!("a passage has 1 word or more, as a whole number; {found} is none.")
        }
        FaultKind::DateOutOfForm(found) => {
            format!("`{found}` is no date: write 2025, 2025-09 or 2025-09-30.")
        }
        FaultKind::TimeOutOfForm(found) => {
            format!("`{found}` is no time: write it like 2025-09-30T14:02:00Z (RFC 3339).")
        }
        _ => String::new(),
    }
}

fn were(count: usize) -> String {
    if count == 1 { "1 was".to_owned() } else { format!("{count} were") }
}

fn over_limit(limit: Limit) -> String {
    let most = limit.most();
    match limit {
        Limit::Bytes(_) => "the file is larger than 64 MiB, the most that is read.".to_owned(),
        Limit::Options(found) => format!("there are {found} options; at most {most} are possible."),
        Limit::Criteria(found) => {
            format!("there are {found} criteria; at most {most} are possible.")
        }
        Limit::Teams(found) => format!("there are {found} teams; at most {most} are possible."),
        Limit::Rounds(found) => format!("there are {found} rounds; at most {most} are possible."),
        Limit::Assumptions(found) => {
            format!("there are {found} assumptions; at most {most} are possible.")
        }
        Limit::Faults(found) => {
            format!("there are {found} errors; the first {most} are told.")
        }
        Limit::Characters(found) => {
            format!("the text has {found} characters; at most {most} are possible.")
        }
    }
}

fn reference(of: Reference) -> &'static str {
    match of {
        Reference::Source => "source",
        Reference::Group => "group",
        Reference::Criterion => "criterion",
        Reference::Node => "criterion or group",
        Reference::Option => "option",
        Reference::Team => "team",
        Reference::Assumption => "assumption",
    }
}

fn quoted(ids: &[String]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    list(&ids)
}

fn all_zero(what: &str, ids: &[String]) -> String {
    let which = if ids.len() == 1 {
        format!("the only one of these {what}, for {}, is 0", quoted(ids))
    } else {
        format!("the {what} for {} are all 0", quoted(ids))
    };
    format!("{which}; at least one is more, or leave them out.")
}

fn record(fault: &RecordFault) -> String {
    match fault {
        RecordFault::WeightsBeside => {
            "`weights` stand beside another elicitation; the team's judgement is one or the other."
                .to_owned()
        }
        RecordFault::RepeatedId(id) => format!("`{id}` stands twice; each stands once."),
        RecordFault::NegativePoints { id, points } => {
            format!("`{id}` has {} points; points are 0 or more.", plain(*points))
        }
        RecordFault::AllZero(ids) => all_zero("points", ids),
        RecordFault::NotSiblings { a, b } => {
            format!("`{a}` and `{b}` lie in different groups; only neighbours are compared.")
        }
        RecordFault::WithItself(id) => format!("`{id}` is compared with itself."),
        RecordFault::RepeatedPair { a, b } => {
            format!("`{a}` and `{b}` are compared twice; each pair stands once, either way round.")
        }
        RecordFault::MissingPair { a, b } => {
            format!(
                "`{a}` and `{b}` are not compared, though both are with others; every pair is \
                 needed."
            )
        }
        RecordFault::RatioOutside { a, b, ratio } => {
            format!("`{a}` over `{b}` is {}; ratios lie between 1/9 and 9.", plain(*ratio))
        }
        RecordFault::ComparisonOutside { id, found } => {
            format!("the comparison with `{id}` is {}; it lies between 1 and 9.", plain(*found))
        }
        RecordFault::NotItselfOne { id, found } => {
            format!("`{id}` over itself is {}; it is 1, or left out.", plain(*found))
        }
        RecordFault::MissingComparison(id) => format!(
            "`{id}` is not compared with both the best and the worst; both lists name every id."
        ),
        RecordFault::BestOverWorstDiffers { best_over, over_worst } => {
            format!(
                "the best over the worst is {} in one list and {} in the other; it is one number.",
                plain(*best_over),
                plain(*over_worst)
            )
        }
    }
}
