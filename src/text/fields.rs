//! The names of fields, and the notes beside them.

use crate::model::Grade;

pub const NAME: &str = "Name";
pub const SHORT: &str = "Short name";
pub const TITLE: &str = "Title";
pub const NOTE: &str = "Note";
pub const QUESTION: &str = "Question";
pub const DECISION_MAKER: &str = "Who decides";
pub const NOTES: &str = "Facilitator’s notes";
pub const NOTES_HINT: &str = "Never projected, never handed out";
pub const GROUP: &str = "Group";
pub const NOTHING_CHOSEN: &str = "None";
pub const GOAL: &str = "Which end is good";
pub const RANGE: &str = "Range";
pub const FIXED: &str = "Fixed";
pub const OBSERVED: &str = "Observed";
pub const WORST_TO_BEST: &str = "From the least to the greatest score";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const UNIT: &str = "Unit";
pub const UNIT_HINT: &str = "USD million a year";
pub const ANCHORS: &str = "Anchors";
pub const ANCHOR_SCORE: &str = "Anchor’s score";
pub const ANCHOR_MEANING: &str = "What that score means";
pub const ADD_ANCHOR: &str = "Add anchor";
pub const BENCHMARK: &str = "Benchmark";
pub const BENCHMARK_NOTE: &str =
    "What an option should reach to be told as an advantage. It ranks nothing.";
pub const MUST_HAVE: &str = "Must have";
pub const NO_MUST_HAVE: &str = "Nothing";
pub const AT_LEAST: &str = "At least";
pub const AT_MOST: &str = "At most";
pub const MUST_HAVE_SCORE: &str = "Must-have score";
pub const VALUE_FUNCTION: &str = "Value of a score";
pub const STRAIGHT: &str = "Straight";
pub const POINTS: &str = "By points";
pub const ADD_POINT: &str = "Add point";
pub const POINT_SCORE: &str = "Score of point";
pub const POINT_VALUE: &str = "Value of point";
pub const COLOUR: &str = "Colour";
pub const MARK: &str = "Mark";
pub const LETTER: &str = "Letter";
pub const SCORE: &str = "Score";
pub const LOW: &str = "Low";
pub const HIGH: &str = "High";
pub const REASON: &str = "Reason";
pub const REASON_HINT: &str = "Why this score";
pub const EVIDENCE: &str = "Evidence";
pub const ADD: &str = "Add…";
pub const NEW_SOURCE: &str = "New source…";
pub const SOURCE: &str = "Source";
pub const AT: &str = "Place in the source";
pub const AT_HINT: &str = "section, paragraph";
pub const SAYS: &str = "What it says";
pub const SAYS_HINT: &str = "the point, in your own words";
pub const GRADE: &str = "Grade of this score";
pub const NO_VALUE: &str = "none";
pub const TEAMS: &str = "Teams";
pub const ASSUMPTIONS: &str = "Assumptions";
pub const HOLDS: &str = "Taken to hold";
pub const OTHERWISE: &str = "If an assumption doesn’t hold";
pub const MARKING: &str = "Marking";
pub const MARKING_HINT: &str = "Stands at the head and foot of all that leaves the program";
pub const BASELINE: &str = "Baseline";
pub const PASSAGE: &str = "Passage";
pub const PASSAGE_PAGE: &str = "The source’s page";
pub const PASSAGE_HINT: &str = "paste the page here, then select the words";
pub const OPTIONS: &str = "Options";
pub const CRITERIA: &str = "Criteria";
pub const SOURCES: &str = "Sources";
pub const AUTHORS: &str = "Authors";
pub const AUTHORS_HINT: &str = "separated by semicolons";
pub const PUBLISHER: &str = "Publisher";
pub const DATE: &str = "Date";
pub const DATE_HINT: &str = "2025, 2025-09 or 2025-09-30";
pub const URL: &str = "Address on the web";
pub const CITED_BY: &str = "Cited by";
pub const LOCK_WEIGHT: &str = "Hold this share while others are dragged";

/// The words for the weaker part of a grade, the source's where both are as weak.
pub fn weaker_part(grade: Grade) -> &'static str {
    let reliability_step = grade.reliability() as u8 - b'A' + 1;
    if grade.credibility() > reliability_step {
        credibility(grade.credibility())
    } else {
        reliability(grade.reliability())
    }
}

/// The words for a grade's letter: how reliable the source is (NATO's Admiralty code).
pub fn reliability(letter: char) -> &'static str {
    match letter {
        'A' => "completely reliable",
        'B' => "usually reliable",
        'C' => "fairly reliable",
        'D' => "not usually reliable",
        'E' => "unreliable",
        _ => "reliability can’t be judged",
    }
}

/// The words for a grade's digit: how credible the information is.
pub fn credibility(digit: u8) -> &'static str {
    match digit {
        1 => "confirmed",
        2 => "probably true",
        3 => "possibly true",
        4 => "doubtful",
        5 => "improbable",
        _ => "truth can’t be judged",
    }
}
