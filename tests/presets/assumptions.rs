//! What the presets take for granted, and what their notes say that it changes.

use std::collections::BTreeSet;

use mizan::evaluation::{Weighting, evaluate};
use mizan::model::{Assumption, Scenario};

use super::{Preset, articles_words, hold, unless};

/// Scores on a scale of ten are this wide at most, on average.
const WIDEST: f64 = 3.0;

#[test]
fn every_assumption_is_an_honest_question_that_several_scores_hang_on() {
    hold(|preset| {
        let scenario = &preset.scenario;
        let many = match preset.name.as_str() {
            _ if preset.is_of_an_article() => 3..=6,
            super::JOINT => 4..=6,
            _ => 1..=2,
        };
        let count = scenario.assumptions.len();
        let mut broken = unless(many.contains(&count), format!("{count} assumptions"));
        for assumption in &scenario.assumptions {
            let cells = scenario.scores.cells();
            let hanging =
                cells.filter(|(.., score)| score.otherwise.contains_key(&assumption.id)).count();
            let id = &assumption.id;
            broken.extend(unless(hanging >= 2, format!("{hanging} scores hang on {id}")));
            broken.extend(unless(assumption.holds, format!("{id} doesn't hold")));
            let is_described = !assumption.note.trim().is_empty() && !assumption.short.is_empty();
            broken.extend(unless(is_described, format!("{id} has no note or no short")));
        }
        broken
    });
}

#[test]
fn scores_without_an_assumption_are_others_and_have_their_range_and_reason() {
    hold(|preset| {
        let mut broken = Vec::new();
        for (cell, score) in preset.cells() {
            for (assumption, other) in &score.otherwise {
                let place = format!("{cell} without {assumption}");
                let is_ranged = other.low.is_some() && other.high.is_some();
                broken.extend(unless(is_ranged, format!("{place} has no range")));
                broken.extend(unless(!other.reason.is_empty(), format!("{place}: no reason")));
                // A team may say that its own stays as it is.
                let is_own = cell.matches('/').count() > 1;
                let is_other = is_own
                    || (other.score, other.low, other.high) != (score.score, score.low, score.high);
                broken.extend(unless(is_other, format!("{place} is the same score")));
            }
        }
        broken
    });
}

#[test]
fn ranges_are_as_wide_as_the_texts_doubt_and_no_wider() {
    hold(|preset| {
        if preset.is_neutral() {
            return Vec::new();
        }
        let cells = preset.cells();
        let ends = cells.iter().flat_map(|(_, score)| {
            let others = score.otherwise.values().map(|other| other.low.zip(other.high));
            others.chain([score.low.zip(score.high)])
        });
        let widths: Vec<f64> = ends.flatten().map(|(low, high)| high - low).collect();
        let mean = widths.iter().sum::<f64>() / widths.len() as f64;
        unless(mean <= WIDEST, format!("{} ranges, {mean:.2} wide on average", widths.len()))
    });
}

#[test]
fn a_source_has_one_letter_in_a_preset() {
    hold(|preset| {
        let mut letters: BTreeSet<(String, char)> = BTreeSet::new();
        for (_, score) in preset.cells() {
            // Where the text is silent there is nothing of a source to be graded.
            let grade = score.grade.filter(|grade| grade.to_string() != "F6");
            let source = score.evidence.first().map(|evidence| evidence.source.to_string());
            letters.extend(source.zip(grade.map(mizan::model::Grade::reliability)));
        }
        let sources: BTreeSet<&String> = letters.iter().map(|(source, _)| source).collect();
        unless(letters.len() == sources.len(), format!("letters by source: {letters:?}"))
    });
}

#[test]
fn the_baseline_is_named_and_says_that_it_is_one() {
    hold(|preset| {
        let scenario = &preset.scenario;
        let baseline = scenario.baseline.as_ref().and_then(|id| scenario.option(id));
        let is_told = baseline.is_some_and(|option| option.note.starts_with("Baseline:"));
        unless(is_told, format!("the baseline is {:?}", scenario.baseline))
    });
}

#[test]
fn a_benchmark_says_in_its_criterion_what_it_stands_for() {
    hold(|preset| {
        let criteria = preset.scenario.criteria.iter();
        let marked: Vec<_> = criteria.filter(|criterion| criterion.benchmark.is_some()).collect();
        let least = if preset.name == super::WARM_UP { 1 } else { 3 };
        let mut broken = unless(marked.len() >= least, format!("{} benchmarks", marked.len()));
        for criterion in marked {
            let is_told = criterion.note.to_lowercase().contains("benchmark");
            broken.extend(unless(is_told, format!("{}: what is its benchmark?", criterion.id)));
        }
        broken
    });
}

#[test]
fn every_piece_of_evidence_pins_a_passage_that_is_in_its_article() {
    let texts = articles_words();
    if texts.is_empty() {
        println!("Passages weren't looked for: there is no folder of articles.");
    } else {
        println!("Run: passages looked for in {} articles.", texts.len());
    }
    hold(|preset| {
        let mut broken = Vec::new();
        for (cell, score) in preset.cells() {
            for evidence in &score.evidence {
                let (source, passage) = (evidence.source.as_str(), &evidence.passage);
                let is_pinned = passage.is_some() || preset.is_neutral();
                broken.extend(unless(is_pinned, format!("{cell}: {source} without a passage")));
                if let (Some(passage), Some(text)) = (passage, texts.get(source)) {
                    let place = format!("{cell}: {source}, {}", evidence.at);
                    let is_found = text.found([passage]).contains(passage);
                    broken.extend(unless(is_found, format!("{place}: not found")));
                }
            }
        }
        broken
    });
}

/// The document with one assumption turned.
fn without(scenario: &Scenario, assumption: &Assumption) -> Scenario {
    let mut turned = scenario.clone();
    for known in turned.assumptions.iter_mut().filter(|known| known.id == assumption.id) {
        known.holds = !known.holds;
    }
    turned
}

/// The letters of those that are first under a weighting: `C`, or `C = D`.
fn first(scenario: &Scenario, weighting: &Weighting) -> String {
    let evaluation = evaluate(scenario, weighting).unwrap();
    let winners = evaluation.ranking.winners();
    let letters = winners.map(|it| scenario.options[it.option].letter.as_str().to_owned());
    letters.collect::<Vec<_>>().join(" = ")
}

/// The paragraph of the notes that says what each assumption changes, as the program finds it.
fn told(scenario: &Scenario) -> String {
    let teams = scenario.teams.iter();
    let mut views: Vec<(String, Weighting)> =
        teams.map(|team| (team.label().to_owned(), Weighting::Team(team.id.clone()))).collect();
    views.push(("the mean weights".to_owned(), Weighting::Mean));
    let change = |assumption: &Assumption| {
        let turned = without(scenario, assumption);
        let moves = views.iter().filter_map(|(name, weighting)| {
            let (before, after) = (first(scenario, weighting), first(&turned, weighting));
            (before != after).then(|| format!("{name} from {before} to {after}"))
        });
        let moves: Vec<String> = moves.collect();
        let what = if moves.is_empty() {
            "nobody’s first place changes".to_owned()
        } else {
            format!("first place goes for {}", moves.join(", for "))
        };
        format!("Without “{}” {what}.", assumption.label())
    };
    let changes: Vec<String> = scenario.assumptions.iter().map(change).collect();
    format!("What the assumptions change, each alone. {}", changes.join(" "))
}

#[test]
fn the_notes_say_what_each_assumption_changes_and_the_program_finds_the_same() {
    hold(|preset: &Preset| {
        let expected = told(&preset.scenario);
        let is_told = preset.scenario.notes.split("\n\n").any(|paragraph| paragraph == expected);
        unless(is_told, format!("the notes don't say: {expected}"))
    });
}
