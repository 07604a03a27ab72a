//! What is said of ballots: handed out, and handed in.

use super::{isolated, list};

pub const NO_OPEN_TEAM: &str = "it has no team that isn’t sealed; nothing was handed out.";
pub const NO_TEAM: &str = "it holds no team, so that there is nothing to take in; nothing was \
                           written.";

/// The round that a ballot asks for, where it isn't named.
pub fn round(number: usize) -> String {
    format!("Round {number}")
}

/// The file of a team's ballot.
pub fn file_of(team: &str) -> String {
    format!("{team}.mizan.ron")
}

pub fn no_folder(error: &std::io::Error) -> String {
    format!("the folder can’t be made: {error}; nothing was handed out.")
}

pub fn handed_out(team: &str, round: &str) -> String {
    format!("the ballot of `{team}` for {}.", isolated(round))
}

pub fn left_out(team: &str) -> String {
    format!("`{team}` is sealed, and was left out.")
}

/// What of a ballot's base is another.
pub fn other_base(differences: &[String]) -> String {
    let told: String = differences.iter().map(|it| format!("\n  {it}")).collect();
    format!(
        "it was handed out with another base; nothing was written. --other-base weights takes its \
         weights and own scores all the same.{told}"
    )
}

/// That another base is known by its hash alone.
pub const OTHER_BY_HASH: &str = "What it was handed out with isn’t what this base is now.";

pub fn sealed_on_other_base(teams: &[&str]) -> String {
    format!(
        "what it holds of {} is sealed and speaks of what the base doesn’t have; nothing was \
         written.",
        list(&teams.iter().map(|team| format!("`{team}`")).collect::<Vec<_>>())
    )
}

/// Ballots that differ.
pub fn conflict(team: &str, files: &[&str], is_base_later: bool) -> String {
    let files = list(&files.iter().map(|file| isolated(file)).collect::<Vec<_>>());
    let why = if is_base_later {
        format!("`{team}` weighed later in the base than in {files}")
    } else {
        format!("`{team}` was handed in by {files}, which differ")
    };
    format!(
        "{why}; nothing was written. --on-conflict newest takes the one weighed last, --on-conflict \
         both keeps all."
    )
}

/// Two sources of one id.
pub fn sources_differ(source: &str, files: [&str; 2]) -> String {
    let [one, other] = files.map(isolated);
    format!("{one} and {other} cite different sources as `{source}`; nothing was written.")
}

pub fn breaks_rules(fault: &str) -> String {
    format!("with what was handed in it would break a rule; nothing was written. {fault}")
}

/// What was taken in.
pub fn taken_in(new: &[&str], changed: &[&str]) -> String {
    let named =
        |teams: &[&str]| list(&teams.iter().map(|team| format!("`{team}`")).collect::<Vec<_>>());
    match (new, changed) {
        ([], []) => "no team is another than it was.".to_owned(),
        (new, []) => format!("{} came in.", named(new)),
        ([], changed) => format!("{} changed.", named(changed)),
        (new, changed) => format!("{} came in; {} changed.", named(new), named(changed)),
    }
}

pub fn knew(team: &str) -> String {
    format!("`{team}` weighed knowing totals: its ballot had shown them before.")
}
